"""Contacts and the identities that point to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from psycopg.rows import class_row

from parley.core.contacts.identity import canonical_phone
from parley.storage import consents, subjects
from parley.storage.database import Connection

FIND = """
SELECT c.contact_id, c.name, c.language, c.number_source, i.wa_id, i.value AS phone, c.username
  FROM contact_identity i
  JOIN contact c ON c.tenant_id = i.tenant_id AND c.contact_id = i.contact_id
 WHERE i.tenant_id = %s AND i.kind = %s AND i.value = %s
"""
GET = """
SELECT c.contact_id, c.name, c.language, c.number_source,
       coalesce(i.wa_id, '') AS wa_id, coalesce(i.value, '') AS phone, c.username
  FROM contact c
  LEFT JOIN contact_identity i ON i.tenant_id = c.tenant_id AND i.contact_id = c.contact_id AND i.kind = 'phone'
 WHERE c.tenant_id = %s AND c.contact_id = %s
"""
INSERT = """
INSERT INTO contact (tenant_id, contact_id, name, language, number_source, created_at)
VALUES (%s, %s, %s, %s, %s, %s)
"""
INSERT_IDENTITY = """
INSERT INTO contact_identity (tenant_id, kind, value, contact_id, wa_id)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (tenant_id, kind, value) DO NOTHING
"""
SET_NAME = "UPDATE contact SET name = %s WHERE tenant_id = %s AND contact_id = %s AND name = ''"
SET_USERNAME = "UPDATE contact SET username = %s WHERE tenant_id = %s AND contact_id = %s"
# Nothing is moved to what is somebody else's already: two people are never made one.
MOVE_IDENTITY = """
UPDATE contact_identity i SET value = %(new)s, wa_id = %(wa_id)s
 WHERE i.tenant_id = %(tenant_id)s AND i.kind = %(kind)s AND i.value = %(old)s
   AND NOT EXISTS (SELECT 1 FROM contact_identity other
                    WHERE other.tenant_id = i.tenant_id AND other.kind = i.kind AND other.value = %(new)s)
RETURNING contact_id
"""
SET_LANGUAGE = "UPDATE contact SET language = %s WHERE tenant_id = %s AND contact_id = %s"


@dataclass(frozen=True)
class Contact:
    """A person. ``wa_id`` is what we send to; ``phone`` the canonical number, '' where there is none."""

    contact_id: UUID
    name: str
    language: str
    number_source: str
    wa_id: str
    phone: str
    username: str = ""


async def get(db: Connection, tenant_id: UUID, contact_id: UUID) -> Contact | None:
    """A contact by our id."""
    async with db.cursor(row_factory=class_row(Contact)) as cursor:
        await cursor.execute(GET, [tenant_id, contact_id])
        return await cursor.fetchone()


async def of_writer(
    db: Connection,
    tenant_id: UUID,
    *,
    wa_id: str,
    user_id: str,
    name: str,
    now: datetime,
    source: str = "wrote_first",
    parent_user_id: str = "",
    username: str = "",
) -> Contact:
    """The person who wrote, known by telephone number, else by user id; made when they are new.

    ``source``: how we came by the number of a new one (B4). A user name is shown, and tells nothing of who it is.
    """
    kind, value = _known_by(wa_id, user_id, parent_user_id)
    found = await _find(db, tenant_id, kind, value)
    if found is None and kind == "user_id" and parent_user_id:
        found = await _find(db, tenant_id, "parent_user_id", parent_user_id)
    if found is None and wa_id and user_id:
        found = await _first_phone(db, tenant_id, user_id, value, wa_id)
    if found is None:
        # The conversation's lane has one worker at a time, but the same person may write to two numbers at once.
        await db.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 4))", [f"{tenant_id} {kind} {value}"])
        found = await _find(db, tenant_id, kind, value)
    if found is None:
        contact_id = uuid4()
        await db.execute(INSERT, [tenant_id, contact_id, name, "", source, now])
        await db.execute(INSERT_IDENTITY, [tenant_id, kind, value, contact_id, wa_id])
        found = Contact(contact_id, name, "", source, wa_id, value if kind == "phone" else "")
        await _still_stopped(db, tenant_id, contact_id, kind, value)
        if wa_id and user_id:
            await _still_stopped(db, tenant_id, contact_id, "user_id", user_id)
    if user_id:
        await db.execute(INSERT_IDENTITY, [tenant_id, "user_id", user_id, found.contact_id, wa_id])
    if parent_user_id and kind != "parent_user_id":
        await db.execute(INSERT_IDENTITY, [tenant_id, "parent_user_id", parent_user_id, found.contact_id, wa_id])
    if name and not found.name:
        await db.execute(SET_NAME, [name, tenant_id, found.contact_id])
    if username and username != found.username:
        await db.execute(SET_USERNAME, [username, tenant_id, found.contact_id])
    return found


def _known_by(wa_id: str, user_id: str, parent_user_id: str) -> tuple[str, str]:
    if wa_id:
        return "phone", canonical_phone(wa_id)
    return ("user_id", user_id) if user_id or not parent_user_id else ("parent_user_id", parent_user_id)


async def known(db: Connection, tenant_id: UUID, *, wa_id: str, user_id: str) -> Contact | None:
    """The person if they are known, by telephone number or by user id."""
    by_phone = await _find(db, tenant_id, "phone", canonical_phone(wa_id)) if wa_id else None
    return by_phone or (await _find(db, tenant_id, "user_id", user_id) if user_id else None)


async def set_name(db: Connection, tenant_id: UUID, contact_id: UUID, name: str) -> None:
    """Somebody's name, where none was known."""
    await db.execute(SET_NAME, [name, tenant_id, contact_id])


async def moves_to(db: Connection, tenant_id: UUID, kind: str, old: str, new: str) -> UUID | None:
    """The person goes by another number or id from now on, and no longer by the old one, which may become another's.

    Who it is; None where nobody is known by the old one, or somebody else by the new one.
    """
    before, after = (canonical_phone(old), canonical_phone(new)) if kind == "phone" else (old, new)
    values = {"tenant_id": tenant_id, "kind": kind, "old": before, "new": after}
    values["wa_id"] = new if kind == "phone" else ""
    row = await (await db.execute(MOVE_IDENTITY, values)).fetchone() if before and after else None
    if row is None:
        return None
    await _still_stopped(db, tenant_id, row[0], kind, after)
    return UUID(str(row[0]))


async def _still_stopped(db: Connection, tenant_id: UUID, contact_id: UUID, kind: str, value: str) -> None:
    """Who said stop and was erased comes back as somebody new, and the stop comes with them (B7)."""
    at = await subjects.suppressed_since(db, tenant_id, kind, [value])
    if at is not None:
        await consents.record(
            db, tenant_id, contact_id, purpose="all", action="opt_out", method="erasure", recorded_by="system", at=at
        )


async def _first_phone(db: Connection, tenant_id: UUID, user_id: str, phone: str, wa_id: str) -> Contact | None:
    """Who was known by user id only, an opt-out included, now shows a number. Two known people are never made one."""
    known = await _find(db, tenant_id, "user_id", user_id)
    if known is None:
        return None
    contact = await get(db, tenant_id, known.contact_id)
    if contact is None or contact.phone:
        return None
    await db.execute(INSERT_IDENTITY, [tenant_id, "phone", phone, contact.contact_id, wa_id])
    await _still_stopped(db, tenant_id, contact.contact_id, "phone", phone)
    return await get(db, tenant_id, contact.contact_id)


async def set_language(db: Connection, tenant_id: UUID, contact_id: UUID, language: str) -> None:
    """What the person last wrote in."""
    await db.execute(SET_LANGUAGE, [language, tenant_id, contact_id])


async def _find(db: Connection, tenant_id: UUID, kind: str, value: str) -> Contact | None:
    async with db.cursor(row_factory=class_row(Contact)) as cursor:
        await cursor.execute(FIND, [tenant_id, kind, value])
        return await cursor.fetchone()
