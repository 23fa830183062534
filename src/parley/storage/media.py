"""Files of messages. Theirs are fetched from the platform after the message is shown; ours are uploaded before it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection, notify

MOST_ATTEMPTS = 6

INSERT = """
INSERT INTO media (tenant_id, media_id, number_id, platform_id, mime_type, filename, size, state, due_at, content,
                   created_at, contact_id)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
GET = """
SELECT media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id
  FROM media
 WHERE tenant_id = %s AND media_id = %s
"""
CLAIM_PENDING = """
SELECT media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id
  FROM media
 WHERE tenant_id = %s AND state = 'pending' AND due_at <= %s
 ORDER BY due_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
FORGET = """
UPDATE media SET content = NULL, filename = '', platform_id = NULL, state = 'failed', reason = 'deleted by its writer',
       due_at = NULL
 WHERE tenant_id = %s AND media_id = %s
"""
STORED = """
UPDATE media SET state = 'stored', content = %s, size = %s, mime_type = %s, reason = NULL
 WHERE tenant_id = %s AND media_id = %s
"""
TRY_AGAIN = """
UPDATE media SET attempts = attempts + 1, due_at = %s, reason = %s, state = CASE WHEN %s THEN 'failed' ELSE state END
 WHERE tenant_id = %s AND media_id = %s
"""


@dataclass(frozen=True)
class MediaFile:
    """A file; ``state`` is pending, stored or failed, with the reason; ``content`` only when stored."""

    media_id: UUID
    number_id: str
    platform_id: str | None
    mime_type: str
    filename: str
    size: int | None
    state: str
    reason: str | None
    attempts: int
    content: bytes | None
    contact_id: UUID | None


async def keep_upload(
    db: Connection, tenant_id: UUID, *, number_id: str, mime_type: str, filename: str, content: bytes, now: datetime
) -> UUID:
    """Keep a file that one of us wants to send."""
    media_id = uuid4()
    values = [
        tenant_id,
        media_id,
        number_id,
        None,
        mime_type,
        filename,
        len(content),
        "stored",
        None,
        content,
        now,
        None,
    ]
    await db.execute(INSERT, values)
    return media_id


async def expect(
    db: Connection,
    tenant_id: UUID,
    *,
    number_id: str,
    contact_id: UUID,
    platform_id: str,
    mime_type: str,
    filename: str,
    now: datetime,
) -> UUID:
    """Note a file of the customer that is to be fetched."""
    media_id = uuid4()
    values = [tenant_id, media_id, number_id, platform_id, mime_type, filename, None, "pending", now, None, now]
    await db.execute(INSERT, [*values, contact_id])
    await notify(db, "parley_media", str(tenant_id))
    return media_id


async def get(db: Connection, tenant_id: UUID, media_id: UUID) -> MediaFile:
    """Raises NotFound."""
    found = await _maybe(db, GET, [tenant_id, media_id])
    if found is None:
        raise NotFound("file")
    return found


async def find(db: Connection, tenant_id: UUID, media_id: str) -> MediaFile | None:
    """The file of that id as a message names it, None where there is none."""
    try:
        return await _maybe(db, GET, [tenant_id, UUID(media_id)])
    except ValueError:
        return None


async def claim_pending(db: Connection, tenant_id: UUID, now: datetime) -> MediaFile | None:
    """The next file to fetch, locked by this transaction."""
    return await _maybe(db, CLAIM_PENDING, [tenant_id, now])


async def store(db: Connection, tenant_id: UUID, media_id: UUID, content: bytes, mime_type: str) -> None:
    """Keep what was fetched."""
    await db.execute(STORED, [content, len(content), mime_type, tenant_id, media_id])


async def try_again(db: Connection, tenant_id: UUID, file: MediaFile, reason: str, at: datetime) -> None:
    """Fetching failed: again at that time, or given up after the sixth attempt."""
    values = [at, reason, file.attempts + 1 >= MOST_ATTEMPTS, tenant_id, file.media_id]
    await db.execute(TRY_AGAIN, values)


async def _maybe(db: Connection, query: str, values: list[object]) -> MediaFile | None:
    async with db.cursor(row_factory=class_row(MediaFile)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def forget(db: Connection, tenant_id: UUID, media_id: UUID) -> None:
    """Its writer took the message back: nothing of the file stays."""
    await db.execute(FORGET, [tenant_id, media_id])
