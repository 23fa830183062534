"""Files of messages. Theirs are fetched from the platform after the message is shown; ours are uploaded before it.

Ours are durable in their row at once, and a worker moves them to the file store; see ``media_claims``.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection, notify
from parley.storage.file_store import FileStore

INSERT = """
INSERT INTO media (tenant_id, media_id, number_id, platform_id, mime_type, filename, size, state, due_at, content,
                   created_at, contact_id, sha256)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
GET = """
SELECT media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id, failure, place, coalesce(sha256, sha256(content)) AS sha256
  FROM media
 WHERE tenant_id = %s AND media_id = %s
"""
FORGET = """
UPDATE media SET content = NULL, sha256 = NULL, filename = '', platform_id = NULL, state = 'failed',
       reason = 'deleted by its writer', failure = '', due_at = CASE WHEN state = 'pending' THEN due_at END
 WHERE tenant_id = %s AND media_id = %s
"""


@dataclass(frozen=True)
class MediaFile:
    """A file; ``state`` is pending, stored or failed, with the reason.

    ``failure``: too_large, refused, infected, gone or unreachable. ``place``: where the file store has it; until it is
    there, ``content`` has what one of us uploaded. ``sha256``: of that content.
    """

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
    failure: str = ""
    place: str = ""
    sha256: bytes | None = None


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
        sha256(content).digest(),
    ]
    await db.execute(INSERT, values)
    await notify(db, "parley_media", str(tenant_id))
    return media_id


async def content(store: FileStore, file: MediaFile) -> bytes:
    """Its bytes, wherever they are. Raises NotFound where they are not here (yet), else ``StoreError``."""
    if file.content is not None:
        return file.content
    if file.state != "stored" or not file.place:
        raise NotFound("file yet")
    try:
        return await store.read(file.place)
    except FileNotFoundError as error:
        raise NotFound("file any more") from error


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
    await db.execute(INSERT, [*values, contact_id, None])
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


async def _maybe(db: Connection, query: str, values: list[object]) -> MediaFile | None:
    async with db.cursor(row_factory=class_row(MediaFile)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def forget(db: Connection, tenant_id: UUID, media_id: UUID) -> None:
    """Its writer took the message back: nothing of the file stays."""
    await db.execute(FORGET, [tenant_id, media_id])
