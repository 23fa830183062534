"""What WhatsApp told a business of its account, numbers, templates and groups."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from parley.storage.database import Connection

INSERT = """
INSERT INTO platform_notice (tenant_id, number_id, field, event, sentence, facts, grave, at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""
NEWEST = """
SELECT notice_id, number_id, field, event, sentence, facts, grave, at
  FROM platform_notice
 WHERE tenant_id = %s AND notice_id < %s
 ORDER BY notice_id DESC
 LIMIT %s
"""


@dataclass(frozen=True)
class KeptNotice:
    """One piece of news. ``grave``: somebody should look at it."""

    notice_id: int
    number_id: str
    field: str
    event: str
    sentence: str
    facts: dict[str, Any]
    grave: bool
    at: datetime


async def keep(
    db: Connection,
    tenant_id: UUID,
    number_id: str,
    *,
    field: str,
    event: str,
    sentence: str,
    facts: dict[str, Any],
    grave: bool,
    at: datetime,
) -> None:
    """File it."""
    await db.execute(INSERT, [tenant_id, number_id, field, event, sentence, Jsonb(facts), grave, at])


async def newest(db: Connection, tenant_id: UUID, before: int | None = None, limit: int = 50) -> list[KeptNotice]:
    """Newest first."""
    async with db.cursor(row_factory=class_row(KeptNotice)) as cursor:
        await cursor.execute(NEWEST, [tenant_id, before or 1 << 62, limit])
        return await cursor.fetchall()
