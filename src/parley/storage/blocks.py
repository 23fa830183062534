"""People whom somebody at the desk has blocked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection, notify, tell_live

COLUMNS = """b.block_id, b.number_id, b.contact_id, c.name AS contact_name, b.state, b.reason, b.note, b.blocked_by,
       b.blocked_at, b.until, b.confirmed_by, b.confirmed_at, b.lifted_by, b.lifted_at, b.code, b.attempts,
       b.due_at, b.trouble"""
FROM = "FROM person_block b JOIN contact c ON c.tenant_id = b.tenant_id AND c.contact_id = b.contact_id"
STANDING = "b.state IN ('wanted', 'blocked', 'lifting')"
INSERT = """
INSERT INTO person_block (tenant_id, block_id, number_id, contact_id, state, reason, note, blocked_by, blocked_at,
                          until)
VALUES (%s, %s, %s, %s, 'wanted', %s, %s, %s, %s, %s)
"""
LOCK = f"SELECT {COLUMNS} {FROM} WHERE b.tenant_id = %s AND b.block_id = %s FOR UPDATE OF b"
OF_PERSON = f"""
SELECT {COLUMNS} {FROM}
 WHERE b.tenant_id = %s AND b.number_id = %s AND b.contact_id = %s AND {STANDING} FOR UPDATE OF b
"""
NEWEST_OF_PERSON = f"""
SELECT {COLUMNS} {FROM}
 WHERE b.tenant_id = %s AND b.number_id = %s AND b.contact_id = %s
 ORDER BY {STANDING} DESC, b.blocked_at DESC, b.block_id
 LIMIT 1
"""
LISTED = f"""
SELECT {COLUMNS} {FROM}
 WHERE b.tenant_id = %s
 ORDER BY {STANDING} DESC, b.blocked_at DESC, b.block_id
 LIMIT %s
"""
TO_DO = f"""
SELECT {COLUMNS} {FROM}
 WHERE b.tenant_id = %s AND b.state IN ('wanted', 'lifting') AND b.trouble = '' AND coalesce(b.due_at <= %s, true)
 ORDER BY b.blocked_at
"""
HOLDS = "SELECT 1 FROM person_block b WHERE b.tenant_id = %s AND b.contact_id = %s AND " + STANDING
SAVE = """
UPDATE person_block
   SET state = %(state)s, until = %(until)s, confirmed_by = %(confirmed_by)s, confirmed_at = %(confirmed_at)s,
       lifted_by = %(lifted_by)s, lifted_at = %(lifted_at)s, code = %(code)s, attempts = %(attempts)s,
       due_at = %(due_at)s, trouble = %(trouble)s
 WHERE tenant_id = %(tenant_id)s AND block_id = %(block_id)s
"""
LAPSE = """
UPDATE person_block SET state = 'lifting', lifted_at = %(now)s
 WHERE tenant_id = %(tenant_id)s AND state = 'blocked' AND until <= %(now)s
"""
ADDRESS = """
SELECT coalesce(max(CASE WHEN kind = 'phone' THEN coalesce(nullif(wa_id, ''), value) END), max(value))
  FROM contact_identity
 WHERE tenant_id = %s AND contact_id = %s AND kind IN ('phone', 'user_id')
"""


@dataclass(frozen=True)
class Block:
    """``state``: wanted (the platform is being told), blocked, lifting, lifted, refused (by the platform, ``code``).

    ``attempts``: how often telling it failed for a moment; it is told again at ``due_at``, None: at once. ``trouble``:
    why the platform refused for good, and what mends it; while it stands, nobody tells it again.
    """

    block_id: UUID
    number_id: str
    contact_id: UUID
    contact_name: str
    state: str
    reason: str
    note: str
    blocked_by: UUID
    blocked_at: datetime
    until: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    lifted_by: UUID | None
    lifted_at: datetime | None
    code: int
    attempts: int
    due_at: datetime | None
    trouble: str


async def insert(
    db: Connection,
    tenant_id: UUID,
    block_id: UUID,
    *,
    number_id: str,
    contact_id: UUID,
    reason: str,
    note: str,
    by: UUID,
    now: datetime,
    until: datetime,
) -> None:
    """Wanted: the workers hear of it, and so do the desks."""
    await db.execute(INSERT, [tenant_id, block_id, number_id, contact_id, reason, note, by, now, until])
    await notify(db, "parley_block", str(tenant_id))
    await tell_live(db, tenant_id, "block")


async def lock(db: Connection, tenant_id: UUID, block_id: UUID) -> Block:
    """Until the transaction ends. Raises NotFound."""
    found = await _many(db, LOCK, [tenant_id, block_id])
    if not found:
        raise NotFound("block")
    return found[0]


async def standing(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID) -> Block | None:
    """The one that holds for that person on that number, locked."""
    found = await _many(db, OF_PERSON, [tenant_id, number_id, contact_id])
    return found[0] if found else None


async def newest(db: Connection, tenant_id: UUID, number_id: str, contact_id: UUID) -> Block | None:
    """The one that holds for that person on that number, else the last that was tried."""
    found = await _many(db, NEWEST_OF_PERSON, [tenant_id, number_id, contact_id])
    return found[0] if found else None


async def listed(db: Connection, tenant_id: UUID, most: int) -> list[Block]:
    """Those that hold first, then the newest."""
    return await _many(db, LISTED, [tenant_id, most])


async def to_do(db: Connection, tenant_id: UUID, now: datetime) -> list[Block]:
    """What the platform has to be told by now."""
    return await _many(db, TO_DO, [tenant_id, now])


async def lapse(db: Connection, tenant_id: UUID, now: datetime) -> None:
    """Those whose time is over are lifted."""
    lapsed = await db.execute(LAPSE, {"tenant_id": tenant_id, "now": now})
    if lapsed.rowcount:
        await tell_live(db, tenant_id, "block")


async def save(db: Connection, tenant_id: UUID, changed: Block) -> None:
    """As it is now; the desks hear of it, and the workers of one that the platform has to be told."""
    await db.execute(SAVE, vars(changed) | {"tenant_id": tenant_id})
    await tell_live(db, tenant_id, "block")
    if changed.state in ("wanted", "lifting"):
        await notify(db, "parley_block", str(tenant_id))


async def holds(db: Connection, tenant_id: UUID, contact_id: UUID) -> bool:
    """Whether one holds for that person, on any number."""
    return await (await db.execute(HOLDS, [tenant_id, contact_id])).fetchone() is not None


async def address(db: Connection, tenant_id: UUID, contact_id: UUID) -> str:
    """How the platform knows the person: the digits of their number, else their user id; '' where neither is known."""
    row = await (await db.execute(ADDRESS, [tenant_id, contact_id])).fetchone()
    return str(row[0] or "") if row else ""


async def _many(db: Connection, query: str, values: list[object]) -> list[Block]:
    async with db.cursor(row_factory=class_row(Block)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()
