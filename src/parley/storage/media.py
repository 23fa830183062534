"""Files of messages. Theirs are fetched from the platform after the message is shown; ours are uploaded before it.

Ours are durable in their row at once, and a worker moves them to the file store.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from psycopg.rows import class_row

from parley.core.errors import NotFound
from parley.storage.database import Connection, notify
from parley.storage.file_store import FileStore

MOST_ATTEMPTS = 6

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
CLAIM_PENDING = """
SELECT media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id, failure, place, sha256
  FROM media
 WHERE tenant_id = %s AND state = 'pending' AND due_at <= %s
 ORDER BY due_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
CLAIM_TO_MOVE = """
SELECT media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id, failure, place, sha256
  FROM media
 WHERE tenant_id = %s AND content IS NOT NULL AND state = 'stored' AND coalesce(due_at <= %s, true)
 ORDER BY created_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
MOVED = """
UPDATE media SET place = %s, sha256 = coalesce(sha256, sha256(content)), content = NULL, reason = NULL, due_at = NULL
 WHERE tenant_id = %s AND media_id = %s
"""
MOVE_LATER = "UPDATE media SET attempts = attempts + 1, due_at = %s, reason = %s WHERE tenant_id = %s AND media_id = %s"
FORGET = """
UPDATE media SET content = NULL, sha256 = NULL, filename = '', platform_id = NULL, state = 'failed',
       reason = 'deleted by its writer', failure = '', due_at = NULL
 WHERE tenant_id = %s AND media_id = %s
"""
STORED = """
UPDATE media SET state = 'stored', place = %s, size = %s, mime_type = %s, reason = NULL, failure = ''
 WHERE tenant_id = %s AND media_id = %s
"""
GIVEN_UP = """
UPDATE media SET state = 'failed', failure = %s, reason = %s, place = %s, due_at = NULL
 WHERE tenant_id = %s AND media_id = %s
"""
# Its writer took it back, or its person was erased: the row says so first, the bytes follow.
LEFT_OVER = """
SELECT media_id, place
  FROM media
 WHERE tenant_id = %s AND state = 'failed' AND place <> '' AND (failure <> 'infected' OR contact_id IS NULL)
 LIMIT 20
   FOR UPDATE SKIP LOCKED
"""
SWEPT = "UPDATE media SET place = '' WHERE tenant_id = %s AND media_id = %s"
TRY_AGAIN = """
UPDATE media SET attempts = attempts + 1, due_at = %s, reason = %s, state = CASE WHEN %s THEN 'failed' ELSE state END,
       failure = CASE WHEN %s THEN 'unreachable' ELSE failure END
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


async def claim_pending(db: Connection, tenant_id: UUID, now: datetime) -> MediaFile | None:
    """The next file to fetch, locked by this transaction."""
    return await _maybe(db, CLAIM_PENDING, [tenant_id, now])


async def claim_to_move(db: Connection, tenant_id: UUID, now: datetime) -> MediaFile | None:
    """The next file that the file store does not have yet, locked by this transaction."""
    return await _maybe(db, CLAIM_TO_MOVE, [tenant_id, now])


async def moved(db: Connection, tenant_id: UUID, media_id: UUID, place: str) -> None:
    """The file store has it, so its row need not."""
    await db.execute(MOVED, [place, tenant_id, media_id])


async def move_later(db: Connection, tenant_id: UUID, media_id: UUID, reason: str, at: datetime) -> None:
    """The file store could not be reached: the row keeps it until then, and it can be sent all the same."""
    await db.execute(MOVE_LATER, [at, reason, tenant_id, media_id])


async def store(db: Connection, tenant_id: UUID, media_id: UUID, place: str, size: int, mime_type: str) -> None:
    """The file store has what was fetched."""
    await db.execute(STORED, [place, size, mime_type, tenant_id, media_id])


async def give_up(db: Connection, tenant_id: UUID, media_id: UUID, failure: str, reason: str, place: str = "") -> None:
    """It can not be shown, and trying again would not help. ``place``: where an infected one is kept aside."""
    await db.execute(GIVEN_UP, [failure, reason, place, tenant_id, media_id])


async def left_over(db: Connection, tenant_id: UUID) -> list[tuple[UUID, str]]:
    """Files that no message shows any more, with their places; locked by this transaction."""
    rows = await (await db.execute(LEFT_OVER, [tenant_id])).fetchall()
    return [(media_id, place) for media_id, place in rows]


async def swept(db: Connection, tenant_id: UUID, media_id: UUID) -> None:
    """Its bytes are gone."""
    await db.execute(SWEPT, [tenant_id, media_id])


async def try_again(db: Connection, tenant_id: UUID, file: MediaFile, reason: str, at: datetime) -> None:
    """Fetching failed: again at that time, or given up after the sixth attempt."""
    last = file.attempts + 1 >= MOST_ATTEMPTS
    values = [at, reason, last, last, tenant_id, file.media_id]
    await db.execute(TRY_AGAIN, values)


async def _maybe(db: Connection, query: str, values: list[object]) -> MediaFile | None:
    async with db.cursor(row_factory=class_row(MediaFile)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def forget(db: Connection, tenant_id: UUID, media_id: UUID) -> None:
    """Its writer took the message back: nothing of the file stays."""
    await db.execute(FORGET, [tenant_id, media_id])
