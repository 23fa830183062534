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
INSERT INTO policy_stop (tenant_id, kind, subject, title, verdict, clauses, findings, rulebook_version, stopped_at,
                         words, asked)
VALUES (%(tenant_id)s, %(kind)s, %(subject)s, %(title)s, %(verdict)s, %(clauses)s, %(findings)s, %(rulebook_version)s,
        %(stopped_at)s, %(words)s, %(asked)s)
ON CONFLICT (tenant_id, kind, subject) DO UPDATE
   SET title = excluded.title, verdict = excluded.verdict, clauses = excluded.clauses, findings = excluded.findings,
       rulebook_version = excluded.rulebook_version, lifted_at = NULL, words = excluded.words,
       asked = CASE WHEN policy_stop.words = excluded.words THEN policy_stop.asked || excluded.asked
                    ELSE excluded.asked END,
       released = CASE WHEN policy_stop.words = excluded.words THEN policy_stop.released ELSE '{}' END,
       stopped_at = CASE WHEN policy_stop.lifted_at IS NULL THEN policy_stop.stopped_at ELSE excluded.stopped_at END
"""
LIFT = """
UPDATE policy_stop SET lifted_at = %s
 WHERE tenant_id = %s AND kind = %s AND subject = ANY(%s) AND lifted_at IS NULL
"""
STOPPED_NOW = "SELECT subject FROM policy_stop WHERE tenant_id = %s AND kind = %s AND lifted_at IS NULL"
KNOWN = "SELECT subject, lifted_at IS NULL, words, asked, released FROM policy_stop WHERE tenant_id = %s AND kind = %s"
RELEASE = """
UPDATE policy_stop SET released = released || %s::text[] WHERE tenant_id = %s AND kind = %s AND subject = %s
"""
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


@dataclass(frozen=True)
class Known:
    """What earlier looks and people left of a thing: whether it is stopped, which words they read, about which rules
    people were asked, and whose hold they lifted."""

    stopped: bool
    words: bytes | None
    asked: frozenset[str]
    released: frozenset[str]

    @classmethod
    def of(cls, stopped: bool, words: bytes | None, asked: list[str], released: list[str]) -> "Known":
        """From a row."""
        return cls(stopped, bytes(words) if words is not None else None, frozenset(asked), frozenset(released))


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


async def known(db: Connection, tenant_id: UUID, kind: str) -> dict[str, Known]:
    """Subject → what is known of it, for all of that kind that were ever stopped."""
    rows = await (await db.execute(KNOWN, [tenant_id, kind])).fetchall()
    return {subject: Known.of(*rest) for subject, *rest in rows}


async def release(db: Connection, tenant_id: UUID, kind: str, subject: str, rules: Sequence[str]) -> None:
    """People have lifted the hold of these rules for the words that were read."""
    await db.execute(RELEASE, [list(rules), tenant_id, kind, subject])


async def stop(db: Connection, tenant_id: UUID, stops: Sequence[tuple[Stop, bytes, Sequence[str]]]) -> None:
    """They stay stopped until a later look finds them in order; each with the words read, and the rules asked about."""
    values = [
        vars(each) | {"tenant_id": tenant_id, "findings": Jsonb(each.findings), "words": words, "asked": list(asked)}
        for each, words, asked in stops
    ]
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
