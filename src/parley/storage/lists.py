"""The desk's lists of conversations, by keyset: a page costs the same however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg.rows import class_row

from parley.core.contacts.identity import canonical_phone
from parley.storage.database import Connection

View = Literal["mine", "queue", "all", "closed"]
# Counting stops here: the desk shows "999+".
MOST_COUNTED = 1000
# A name is looked for among this many conversations of the view, the newest first.
SEARCHED = 5000

MEMBERS = {
    "mine": "c.owner_id = %(account_id)s AND c.state <> 'closed'",
    "queue": "c.state IN ('queued', 'offered')",
    "all": "c.state <> 'closed'",
    "closed": "c.state = 'closed'",
}
NEWEST_FIRST = ("(c.last_message_at, c.conversation_id) <", "c.last_message_at DESC, c.conversation_id DESC")
LONGEST_WAIT_FIRST = ("(c.queued_at, c.conversation_id) >", "c.queued_at, c.conversation_id")

# What a row shows beside the conversation itself, joined after the page has been cut.
ROW = """
SELECT c.conversation_id, c.contact_id, p.name AS contact_name, p.language AS contact_language,
       p.username,
       coalesce((SELECT i.value FROM contact_identity i
                  WHERE i.tenant_id = c.tenant_id AND i.contact_id = c.contact_id AND i.kind = 'phone'
                  LIMIT 1), '') AS phone,
       c.number_id, n.display_name, c.state, c.owner_kind, c.owner_id, coalesce(a.name, '') AS owner_name,
       c.owner_version, c.team_id, c.skill, c.language, c.unread, c.last_message_at, c.last_message_text,
       c.last_message_from, c.window_expires_at, c.queued_at, c.due_at, c.created_at, c.closed_at,
       o.offer_id, o.account_id AS offer_account_id, o.offered_at, o.expires_at AS offer_expires_at,
       coalesce(o.decision ->> 'reason', '') AS offer_reason,
       EXISTS (SELECT 1 FROM waiting_reply w
                WHERE w.tenant_id = c.tenant_id AND w.conversation_id = c.conversation_id AND w.stopped = ''
              ) AS reply_waits
"""
JOINS = """
  JOIN contact p ON p.tenant_id = c.tenant_id AND p.contact_id = c.contact_id
  JOIN number n ON n.tenant_id = c.tenant_id AND n.number_id = c.number_id
  LEFT JOIN account a ON a.tenant_id = c.tenant_id AND a.account_id = c.owner_id
  LEFT JOIN offer o ON o.tenant_id = c.tenant_id AND o.conversation_id = c.conversation_id AND o.outcome = 'open'
"""
ONE = f"{ROW} FROM conversation c {JOINS} WHERE c.tenant_id = %(tenant_id)s AND c.conversation_id = %(conversation_id)s"
OFFERED_TO = f"""
{ROW} FROM conversation c {JOINS}
 WHERE c.tenant_id = %(tenant_id)s AND o.account_id = %(account_id)s
 ORDER BY o.offered_at
"""
# From the end of each thread, by its index: as cheap as the offers are few.
LAST_WORDS = """
SELECT said.conversation_id, said.content, said.at
  FROM unnest(%(conversation_ids)s::uuid[]) AS wanted (conversation_id),
       LATERAL (SELECT m.conversation_id, m.content, m.at, m.position
                  FROM message m
                 WHERE m.tenant_id = %(tenant_id)s AND m.conversation_id = wanted.conversation_id
                   AND m.direction = 'in' AND m.type <> 'reaction'
                 ORDER BY m.position DESC
                 LIMIT 2) AS said
 ORDER BY said.position
"""
NEWEST_OF_CONTACT = """
SELECT conversation_id
  FROM conversation
 WHERE tenant_id = %s AND contact_id = %s
 ORDER BY created_at DESC
 LIMIT 1
"""
# A range instead of LIKE: only comparisons of this kind may use an index below row-level security.
FOUND_BY_PHONE = """
SELECT contact_id
  FROM contact_identity
 WHERE tenant_id = %(tenant_id)s AND kind = 'phone' AND value >= %(digits)s AND value < %(after)s
 LIMIT 200
"""
COUNTS = f"""
SELECT (SELECT count(*) FROM (SELECT 1 FROM conversation c WHERE c.tenant_id = %(tenant_id)s AND {MEMBERS["mine"]}
                               LIMIT {MOST_COUNTED}) AS counted),
       (SELECT count(*) FROM (SELECT 1 FROM conversation c WHERE c.tenant_id = %(tenant_id)s AND {MEMBERS["queue"]}
                               LIMIT {MOST_COUNTED}) AS counted),
       (SELECT count(*) FROM (SELECT 1 FROM conversation c WHERE c.tenant_id = %(tenant_id)s AND {MEMBERS["all"]}
                               LIMIT {MOST_COUNTED}) AS counted),
       (SELECT count(*) FROM (SELECT 1 FROM conversation c WHERE c.tenant_id = %(tenant_id)s AND {MEMBERS["mine"]}
                                 AND c.unread > 0
                               LIMIT {MOST_COUNTED}) AS counted)
"""


@dataclass(frozen=True)
class Listed:
    """A conversation with what the list shows beside it. ``offer_*`` is the open offer, if there is one."""

    conversation_id: UUID
    contact_id: UUID
    contact_name: str
    contact_language: str
    username: str
    phone: str
    number_id: str
    display_name: str
    state: str
    owner_kind: str
    owner_id: UUID | None
    owner_name: str
    owner_version: int
    team_id: UUID | None
    skill: str
    language: str
    unread: int
    last_message_at: datetime
    last_message_text: str
    last_message_from: str
    window_expires_at: datetime | None
    queued_at: datetime | None
    due_at: datetime | None
    created_at: datetime
    closed_at: datetime | None
    offer_id: UUID | None
    offer_account_id: UUID | None
    offered_at: datetime | None
    offer_expires_at: datetime | None
    offer_reason: str
    reply_waits: bool

    def place_in(self, view: View) -> tuple[datetime, UUID]:
        """Where it stands in the order of the view."""
        at = self.queued_at if view == "queue" and self.queued_at else self.last_message_at
        return at, self.conversation_id


@dataclass(frozen=True)
class Words:
    """Something that a customer said; ``content`` as stored."""

    conversation_id: UUID
    content: dict[str, Any]
    at: datetime


async def page(
    db: Connection,
    tenant_id: UUID,
    account_id: UUID,
    view: View,
    *,
    after: tuple[datetime, UUID] | None,
    limit: int,
    search: str = "",
) -> list[Listed]:
    """The conversations of the view that come after that place: newest message first, the queue longest wait first."""
    compare, order = LONGEST_WAIT_FIRST if view == "queue" else NEWEST_FIRST
    members = f"c.tenant_id = %(tenant_id)s AND {MEMBERS[view]}"
    if after:
        members += f" AND {compare} (%(after_at)s, %(after_id)s)"
    values = {
        "tenant_id": tenant_id,
        "account_id": account_id,
        "limit": limit,
        "after_at": after[0] if after else None,
        "after_id": after[1] if after else None,
    }
    chosen = f"SELECT c.* FROM conversation c WHERE {members} ORDER BY {order} LIMIT %(limit)s"
    if search:
        chosen, more = _searching(members, order, search)
        values |= more
    query = f"{ROW} FROM ({chosen}) AS c {JOINS} ORDER BY {order}"
    return await _many(db, query, values)


def _searching(members: str, order: str, search: str) -> tuple[str, dict[str, Any]]:
    """By the beginning of the telephone number where there are digits enough, else by a part of the name."""
    digits = canonical_phone(search)
    if len(digits) >= 3 and not any(character.isalpha() for character in search):
        found = f"c.contact_id IN ({FOUND_BY_PHONE})"
        chosen = f"SELECT c.* FROM conversation c WHERE {members} AND {found} ORDER BY {order} LIMIT %(limit)s"
        return chosen, {"digits": digits, "after": f"{digits}:"}  # ':' comes right after '9'
    newest = f"SELECT c.* FROM conversation c WHERE {members} ORDER BY {order} LIMIT {SEARCHED}"
    # A subquery for each row, not a join: a join would read all contacts.
    chosen = f"""
SELECT c.*
  FROM ({newest}) AS c
 WHERE (SELECT p.name FROM contact p WHERE p.tenant_id = c.tenant_id AND p.contact_id = c.contact_id) ILIKE %(pattern)s
 ORDER BY {order}
 LIMIT %(limit)s"""
    escaped = search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return chosen, {"pattern": f"%{escaped}%"}


async def one(db: Connection, tenant_id: UUID, conversation_id: UUID) -> Listed | None:
    """One conversation as the list shows it."""
    found = await _many(db, ONE, {"tenant_id": tenant_id, "conversation_id": conversation_id})
    return found[0] if found else None


async def offered_to(db: Connection, tenant_id: UUID, account_id: UUID) -> list[Listed]:
    """The conversations that are offered to this person now."""
    return await _many(db, OFFERED_TO, {"tenant_id": tenant_id, "account_id": account_id})


async def last_words(db: Connection, tenant_id: UUID, conversation_ids: list[UUID]) -> list[Words]:
    """What the customers said last in those conversations: two messages each, the older first."""
    async with db.cursor(row_factory=class_row(Words)) as cursor:
        await cursor.execute(LAST_WORDS, {"tenant_id": tenant_id, "conversation_ids": conversation_ids})
        return await cursor.fetchall()


async def newest_of_contact(db: Connection, tenant_id: UUID, contact_id: UUID) -> UUID | None:
    """The conversation of this person that began last."""
    row = await (await db.execute(NEWEST_OF_CONTACT, [tenant_id, contact_id])).fetchone()
    return row[0] if row else None


async def counts(db: Connection, tenant_id: UUID, account_id: UUID) -> Sequence[int]:
    """Mine, queue, all, mine with unread; each up to ``MOST_COUNTED``."""
    row = await (await db.execute(COUNTS, {"tenant_id": tenant_id, "account_id": account_id})).fetchone()
    return row or (0, 0, 0, 0)


async def _many(db: Connection, query: str, values: dict[str, Any]) -> list[Listed]:
    async with db.cursor(row_factory=class_row(Listed)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()
