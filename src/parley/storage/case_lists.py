"""Cases as they are listed: with the names of who is in them, page by page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row, dict_row

from parley.core.policy.cases import Case
from parley.storage.cases import COLUMNS
from parley.storage.database import Connection

NAMES = """SELECT c.*, coalesce(a.name, '') AS author_name, coalesce(o.name, '') AS opener_name,
       coalesce(p.name, '') AS customer_name
  FROM c
  LEFT JOIN account a ON a.tenant_id = c.tenant_id AND a.account_id = c.author_id
  LEFT JOIN account o ON o.tenant_id = c.tenant_id AND o.account_id = c.opened_by
  LEFT JOIN conversation v ON v.tenant_id = c.tenant_id AND v.conversation_id = c.conversation_id
  LEFT JOIN contact p ON p.tenant_id = v.tenant_id AND p.contact_id = v.contact_id"""
# Whoever does not supervise sees what they wrote or brought up themselves.
SEEN = "(%(role)s::text <> 'agent' OR %(account_id)s IN (author_id, opened_by))"
MY_TURN = """%(role)s::text = ANY(handled_by) AND author_id IS DISTINCT FROM %(account_id)s
   AND opened_by IS DISTINCT FROM %(account_id)s
   AND NOT EXISTS (SELECT 1 FROM policy_case_vote v
                    WHERE v.tenant_id = policy_case.tenant_id AND v.case_id = policy_case.case_id
                      AND v.voter_id = %(account_id)s)"""
OPEN = f"""
WITH c AS (
    SELECT {COLUMNS}
      FROM policy_case
     WHERE tenant_id = %(tenant_id)s AND state = 'open' AND (%(kind)s::text IS NULL OR kind = %(kind)s)
       AND (%(at)s::timestamptz IS NULL OR (due_at, case_id) > (%(at)s, %(case_id)s::uuid)) AND {SEEN}
       AND (NOT %(mine)s::boolean OR ({MY_TURN}))
     ORDER BY due_at, case_id
     LIMIT %(limit)s)
{NAMES}
 ORDER BY c.due_at, c.case_id
"""
CLOSED = f"""
WITH c AS (
    SELECT {COLUMNS}
      FROM policy_case
     WHERE tenant_id = %(tenant_id)s AND state <> 'open' AND (%(kind)s::text IS NULL OR kind = %(kind)s)
       AND (%(at)s::timestamptz IS NULL OR (closed_at, case_id) < (%(at)s, %(case_id)s::uuid)) AND {SEEN}
     ORDER BY closed_at DESC, case_id DESC
     LIMIT %(limit)s)
{NAMES}
 ORDER BY c.closed_at DESC, c.case_id DESC
"""
ONE = f"""
WITH c AS (SELECT {COLUMNS} FROM policy_case WHERE tenant_id = %(tenant_id)s AND case_id = %(case_id)s AND {SEEN})
{NAMES}
"""
COUNTS = f"""
SELECT count(*), count(*) FILTER (WHERE {MY_TURN})
  FROM policy_case
 WHERE tenant_id = %(tenant_id)s AND state = 'open' AND {SEEN}
"""
VERDICTS = """
SELECT seq, at, moment, verdict, clauses, findings
  FROM gate_decision
 WHERE tenant_id = %s AND message_id = %s
 ORDER BY seq
 LIMIT 50
"""


@dataclass(frozen=True)
class Place:
    """Where a page begins: after the case with that time and id."""

    at: datetime
    case_id: UUID


@dataclass(frozen=True)
class Reader:
    """For whom it is listed."""

    account_id: UUID
    role: str


@dataclass(frozen=True, kw_only=True)
class ListedCase(Case):
    """A case with the names of the people in it."""

    author_name: str
    opener_name: str
    customer_name: str

    @property
    def place(self) -> Place:
        """Where the next page begins if this is the last of a page."""
        return Place(self.closed_at or self.due_at, self.case_id)


async def page(
    db: Connection, tenant_id: UUID, reader: Reader, *, view: str, kind: str | None, after: Place | None, limit: int
) -> list[ListedCase]:
    """``view``: 'open' and 'mine', the nearest deadline first; 'closed', the newest first."""
    values = _values(tenant_id, reader) | {
        "kind": kind,
        "at": after.at if after else None,
        "case_id": after.case_id if after else None,
        "mine": view == "mine",
        "limit": limit,
    }
    async with db.cursor(row_factory=class_row(ListedCase)) as cursor:
        await cursor.execute(CLOSED if view == "closed" else OPEN, values)
        return await cursor.fetchall()


async def one(db: Connection, tenant_id: UUID, reader: Reader, case_id: UUID) -> ListedCase | None:
    """None where there is no such case, or none that the reader may see."""
    async with db.cursor(row_factory=class_row(ListedCase)) as cursor:
        await cursor.execute(ONE, _values(tenant_id, reader) | {"case_id": case_id})
        return await cursor.fetchone()


async def counts(db: Connection, tenant_id: UUID, reader: Reader) -> tuple[int, int]:
    """How many are open, and how many of them wait for the reader."""
    row = await (await db.execute(COUNTS, _values(tenant_id, reader))).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


async def verdicts(db: Connection, tenant_id: UUID, message_id: UUID) -> list[dict[str, Any]]:
    """What the gate decided on that message, oldest first."""
    async with db.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(VERDICTS, [tenant_id, message_id])
        return await cursor.fetchall()


def _values(tenant_id: UUID, reader: Reader) -> dict[str, Any]:
    return {"tenant_id": tenant_id, "account_id": reader.account_id, "role": reader.role}
