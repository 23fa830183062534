"""Looks at everything that stands (F3): when, by which rulebook, and what they stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.storage.database import Connection

LATEST = """
SELECT screening_id, rulebook_version, cause, began_at, screened, failed
  FROM policy_screening
 WHERE tenant_id = %s
 ORDER BY began_at DESC, screening_id
 LIMIT %s
"""
KEEP = """
INSERT INTO policy_screening (tenant_id, screening_id, rulebook_version, cause, began_at, screened, failed)
VALUES (%s, %s, %s, %s, %s, %s, %s)
"""
STOP = """
INSERT INTO policy_stop (tenant_id, kind, subject, title, verdict, clauses, findings, rulebook_version, stopped_at)
VALUES (%(tenant_id)s, %(kind)s, %(subject)s, %(title)s, %(verdict)s, %(clauses)s, %(findings)s, %(rulebook_version)s,
        %(stopped_at)s)
ON CONFLICT (tenant_id, kind, subject) DO UPDATE
   SET title = excluded.title, verdict = excluded.verdict, clauses = excluded.clauses, findings = excluded.findings,
       rulebook_version = excluded.rulebook_version, lifted_at = NULL,
       stopped_at = CASE WHEN policy_stop.lifted_at IS NULL THEN policy_stop.stopped_at ELSE excluded.stopped_at END
"""
LIFT = """
UPDATE policy_stop SET lifted_at = %s
 WHERE tenant_id = %s AND kind = %s AND subject = ANY(%s) AND lifted_at IS NULL
"""
STOPPED_NOW = "SELECT subject FROM policy_stop WHERE tenant_id = %s AND kind = %s AND lifted_at IS NULL"
STOPS = """
SELECT kind, subject, title, verdict, clauses, findings, rulebook_version, stopped_at, lifted_at
  FROM policy_stop
 WHERE tenant_id = %s
 ORDER BY lifted_at IS NOT NULL, stopped_at DESC, kind, subject
 LIMIT 1000
"""


@dataclass(frozen=True)
class Screening:
    """One look at everything."""

    screening_id: UUID
    rulebook_version: str
    cause: str
    began_at: datetime
    screened: int
    failed: int


@dataclass(frozen=True)
class Stop:
    """Something that no longer holds; ``lifted_at`` once a later look found it in order."""

    kind: str
    subject: str
    title: str
    verdict: str
    clauses: list[str]
    findings: list[dict[str, Any]]
    rulebook_version: str
    stopped_at: datetime
    lifted_at: datetime | None = None


async def latest(db: Connection, tenant_id: UUID, limit: int = 1) -> list[Screening]:
    """Newest first."""
    async with db.cursor(row_factory=class_row(Screening)) as cursor:
        await cursor.execute(LATEST, [tenant_id, limit])
        return await cursor.fetchall()


async def keep(db: Connection, tenant_id: UUID, made: Screening) -> None:
    """Put it on record."""
    values = [made.screening_id, made.rulebook_version, made.cause, made.began_at, made.screened, made.failed]
    await db.execute(KEEP, [tenant_id, *values])


async def stopped_now(db: Connection, tenant_id: UUID, kind: str) -> set[str]:
    """Which things of that kind are stopped."""
    rows = await (await db.execute(STOPPED_NOW, [tenant_id, kind])).fetchall()
    return {row[0] for row in rows}


async def stop(db: Connection, tenant_id: UUID, stops: Sequence[Stop]) -> None:
    """They stay stopped until a later look finds them in order."""
    values = [vars(each) | {"tenant_id": tenant_id, "findings": Jsonb(each.findings)} for each in stops]
    async with db.cursor() as cursor:
        await cursor.executemany(STOP, values)


async def lift(db: Connection, tenant_id: UUID, kind: str, subjects: Sequence[str], now: datetime) -> None:
    """What was found in order may be used again."""
    if subjects:
        await db.execute(LIFT, [now, tenant_id, kind, list(subjects)])


async def stops(db: Connection, tenant_id: UUID) -> list[Stop]:
    """What is stopped now, the newest first, then what was."""
    async with db.cursor(row_factory=class_row(Stop)) as cursor:
        await cursor.execute(STOPS, [tenant_id])
        return await cursor.fetchall()
