"""Cases and the votes on them: opened, locked, voted on, closed."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.core.errors import NotFound
from parley.core.policy.cases import Case, CastVote, Escalated, Outcome
from parley.core.policy.cases.case import AppealState
from parley.storage.database import Connection

COLUMNS = """tenant_id, case_id, kind, matter, subject, message_id, conversation_id, number_id, clauses, findings,
       facts, reason, author_kind, author_id, opened_by_kind, opened_by, opened_at, due_at, handled_by, needs,
       if_nobody_decides, state, outcome, closed_at, appeal_text, appeal_state"""
OPEN = f"""
INSERT INTO policy_case ({COLUMNS})
VALUES ({", ".join(f"%({name.strip()})s" for name in COLUMNS.split(","))})
ON CONFLICT (tenant_id, kind, subject) WHERE state = 'open' DO NOTHING
"""
GET = f"SELECT {COLUMNS} FROM policy_case WHERE tenant_id = %s AND case_id = %s"
LOCK = f"{GET} FOR UPDATE"
OPEN_ABOUT = f"""
SELECT {COLUMNS}
  FROM policy_case
 WHERE tenant_id = %s AND kind = %s AND subject = %s AND state = 'open'
"""
# What another worker holds is skipped.
LOCK_DUE = f"""
SELECT {COLUMNS}
  FROM policy_case
 WHERE tenant_id = %s AND state = 'open' AND due_at <= %s
 ORDER BY due_at, case_id
 LIMIT %s
   FOR UPDATE SKIP LOCKED
"""
LOCK_ENFORCEMENTS = f"""
SELECT {COLUMNS}
  FROM policy_case
 WHERE tenant_id = %s AND state = 'open' AND kind = 'enforcement' AND (%s = '' OR number_id IN ('', %s))
 ORDER BY opened_at, case_id
   FOR UPDATE
"""
VOTE = """
INSERT INTO policy_case_vote (tenant_id, case_id, voter_id, voter_kind, vote, note, at)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
VOTES = """
SELECT v.case_id, v.voter_id, v.voter_kind, v.vote, v.note, v.at, coalesce(a.name, '') AS voter_name
  FROM policy_case_vote v
  LEFT JOIN account a ON a.tenant_id = v.tenant_id AND a.account_id = v.voter_id
 WHERE v.tenant_id = %s AND v.case_id = ANY(%s)
 ORDER BY v.at, v.voter_id
"""
CLOSE = """
UPDATE policy_case SET state = %s, outcome = %s, closed_at = %s
 WHERE tenant_id = %s AND case_id = %s AND state = 'open'
"""
ESCALATE = """
UPDATE policy_case SET handled_by = %s, due_at = %s, if_nobody_decides = %s
 WHERE tenant_id = %s AND case_id = %s AND state = 'open'
"""
APPEAL = "UPDATE policy_case SET appeal_text = %s, appeal_state = %s WHERE tenant_id = %s AND case_id = %s"


async def open_case(db: Connection, case: Case) -> bool:
    """Keep a new case. False where the same is being asked already."""
    kept = {"findings": Jsonb(case.findings), "facts": Jsonb(case.facts)}
    cursor = await db.execute(OPEN, asdict(case) | kept)
    return cursor.rowcount == 1


async def get(db: Connection, tenant_id: UUID, case_id: UUID) -> Case:
    """Raises NotFound."""
    return await _one(db, GET, [tenant_id, case_id])


async def lock(db: Connection, tenant_id: UUID, case_id: UUID) -> Case:
    """The case, to be decided by this transaction only. Raises NotFound."""
    return await _one(db, LOCK, [tenant_id, case_id])


async def open_about(db: Connection, tenant_id: UUID, kind: str, subject: str) -> Case | None:
    """The open case of that kind about the same thing."""
    found = await _many(db, OPEN_ABOUT, [tenant_id, kind, subject])
    return found[0] if found else None


async def lock_due(db: Connection, tenant_id: UUID, now: datetime, limit: int = 50) -> list[Case]:
    """Open cases whose time is over."""
    return await _many(db, LOCK_DUE, [tenant_id, now, limit])


async def lock_enforcements(db: Connection, tenant_id: UUID, number_id: str = "") -> list[Case]:
    """What WhatsApp has done and nobody has closed; with a number, what concerns it or the whole account."""
    return await _many(db, LOCK_ENFORCEMENTS, [tenant_id, number_id, number_id])


async def add_vote(db: Connection, tenant_id: UUID, cast: CastVote) -> None:
    """Keep one person's word; the caller holds the case's lock and has looked that they may."""
    values = [tenant_id, cast.case_id, cast.voter_id, cast.voter_kind, cast.vote, cast.note, cast.at]
    await db.execute(VOTE, values)


async def votes(db: Connection, tenant_id: UUID, case_ids: list[UUID]) -> dict[UUID, list[CastVote]]:
    """The votes on each of the cases, oldest first."""
    found: dict[UUID, list[CastVote]] = {case_id: [] for case_id in case_ids}
    if case_ids:
        async with db.cursor(row_factory=class_row(CastVote)) as cursor:
            await cursor.execute(VOTES, [tenant_id, case_ids])
            for cast in await cursor.fetchall():
                found[cast.case_id].append(cast)
    return found


async def close(db: Connection, case: Case, state: str, outcome: Outcome, now: datetime) -> None:
    """``state``: decided by people, or lapsed."""
    await db.execute(CLOSE, [state, outcome, now, case.tenant_id, case.case_id])


async def escalate(db: Connection, case: Case, to: Escalated) -> None:
    """Give it to others, with a new deadline."""
    values: list[Any] = [list(to.handled_by), to.due_at, to.if_nobody_decides, case.tenant_id, case.case_id]
    await db.execute(ESCALATE, values)


async def set_appeal(db: Connection, case: Case, text: str, state: AppealState) -> None:
    """What is, or was, written to WhatsApp about it, and what came of that."""
    await db.execute(APPEAL, [text, state, case.tenant_id, case.case_id])


async def _one(db: Connection, query: str, values: list[Any]) -> Case:
    found = await _many(db, query, values)
    if not found:
        raise NotFound("case")
    return found[0]


async def _many(db: Connection, query: str, values: list[Any]) -> list[Case]:
    async with db.cursor(row_factory=class_row(Case)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchall()
