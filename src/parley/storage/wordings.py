"""The words with which people are asked to opt in: each version checked, kept, and never changed (B5)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.storage.database import Connection

COLUMNS = "name, language, version, text, method, purpose, state, findings, rulebook_version, created_by, created_at"
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s::text, 12))"
NEXT = "SELECT coalesce(max(version), 0) + 1 FROM opt_in_wording WHERE tenant_id = %s AND name = %s AND language = %s"
INSERT = f"""
INSERT INTO opt_in_wording (tenant_id, {COLUMNS})
VALUES (%(tenant_id)s, {", ".join(f"%({name.strip()})s" for name in COLUMNS.split(","))})
"""
# What a new version of the policy has stopped may not be shown any more (F3).
ALL = f"""
SELECT {COLUMNS},
       EXISTS (SELECT 1
                 FROM policy_stop s
                WHERE s.tenant_id = w.tenant_id AND s.kind = 'wording' AND s.lifted_at IS NULL
                  AND s.subject = concat_ws('/', w.name, w.language, w.version)) AS stopped
  FROM opt_in_wording w
 WHERE w.tenant_id = %(tenant_id)s AND (%(name)s::text IS NULL OR w.name = %(name)s)
   AND (%(language)s::text IS NULL OR w.language = %(language)s)
   AND (%(version)s::int IS NULL OR w.version = %(version)s)
 ORDER BY w.name, w.language, w.version DESC
"""
SET_STATE = """
UPDATE opt_in_wording SET state = %s WHERE tenant_id = %s AND name = %s AND language = %s AND version = %s
"""


@dataclass(frozen=True)
class Wording:
    """One version of one wording in one language."""

    name: str
    language: str
    version: int
    text: str
    method: str
    purpose: str
    state: str
    findings: list[dict[str, Any]]
    rulebook_version: str
    created_by: UUID | None
    created_at: datetime
    stopped: bool = False

    @property
    def key(self) -> str:
        """How a consent names it: ``account-form/en/3``."""
        return f"{self.name}/{self.language}/{self.version}"

    @property
    def may_be_shown(self) -> bool:
        """Whether people may be asked with it."""
        return self.state == "cleared" and not self.stopped


async def next_version(db: Connection, tenant_id: UUID, name: str, language: str) -> int:
    """The number of a new version; nobody else gets it before this transaction ends."""
    await db.execute(LOCK, [f"{tenant_id}/{name}/{language}"])
    row = await (await db.execute(NEXT, [tenant_id, name, language])).fetchone()
    return int(row[0]) if row else 1


async def insert(db: Connection, tenant_id: UUID, wording: Wording) -> None:
    """Keep a version."""
    await db.execute(INSERT, vars(wording) | {"tenant_id": tenant_id, "findings": Jsonb(wording.findings)})


async def all_of(db: Connection, tenant_id: UUID) -> list[Wording]:
    """By name and language, the newest version first."""
    return await _find(db, tenant_id, None, None, None)


async def by_key(db: Connection, tenant_id: UUID, key: str) -> Wording | None:
    """The wording that a consent names."""
    name, _, rest = key.partition("/")
    language, _, version = rest.partition("/")
    if not (name and language and version.isdigit() and len(version) < 9):
        return None
    found = await _find(db, tenant_id, name, language, int(version))
    return found[0] if found else None


async def set_state(db: Connection, tenant_id: UUID, wording: Wording, state: str) -> None:
    """Cleared by people, refused, or retired."""
    await db.execute(SET_STATE, [state, tenant_id, wording.name, wording.language, wording.version])


async def _find(
    db: Connection, tenant_id: UUID, name: str | None, language: str | None, version: int | None
) -> list[Wording]:
    values = {"tenant_id": tenant_id, "name": name, "language": language, "version": version}
    async with db.cursor(row_factory=class_row(Wording)) as cursor:
        await cursor.execute(ALL, values)
        return await cursor.fetchall()
