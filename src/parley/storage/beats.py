"""The workers' sign of life for a tenant, and whether WhatsApp has been heard since messages went out."""

from datetime import datetime
from uuid import UUID

from psycopg.rows import class_row

from parley.core.line import Beat
from parley.storage.database import Connection

# What left before the newest event was noted may be what that event told of: it is not waited for.
SET = """
INSERT INTO beat (tenant_id, worked_at, heard_up_to, heard_at)
SELECT %(tenant_id)s, %(now)s, coalesce(max(event_id), 0), %(now)s FROM inbox_event WHERE tenant_id = %(tenant_id)s
ON CONFLICT (tenant_id) DO UPDATE
   SET worked_at = excluded.worked_at,
       heard_up_to = greatest(beat.heard_up_to, excluded.heard_up_to),
       heard_at = CASE WHEN excluded.heard_up_to > beat.heard_up_to THEN excluded.heard_at ELSE beat.heard_at END,
       unanswered_since = CASE
           WHEN excluded.heard_up_to > beat.heard_up_to THEN NULL
           WHEN %(sent_at)s::timestamptz > beat.heard_at THEN coalesce(beat.unanswered_since, %(sent_at)s)
           ELSE beat.unanswered_since END
"""
GET = "SELECT worked_at, unanswered_since FROM beat WHERE tenant_id = %s"
OF_ALL = "SELECT worked_at, unanswered_since FROM directory_beat() WHERE worked_at IS NOT NULL"


async def beat(db: Connection, tenant_id: UUID, now: datetime, sent_at: datetime | None) -> None:
    """A worker is here. ``sent_at``: when the last message left that WhatsApp took, if any did since the last beat."""
    await db.execute(SET, {"tenant_id": tenant_id, "now": now, "sent_at": sent_at})


async def get(db: Connection, tenant_id: UUID) -> Beat | None:
    """None where no worker was ever at work."""
    async with db.cursor(row_factory=class_row(Beat)) as cursor:
        await cursor.execute(GET, [tenant_id])
        return await cursor.fetchone()


async def of_all(db: Connection) -> Beat | None:
    """The newest sign of life for any tenant, and the longest silence; in a transaction of no tenant."""
    async with db.cursor(row_factory=class_row(Beat)) as cursor:
        await cursor.execute(OF_ALL)
        return await cursor.fetchone()
