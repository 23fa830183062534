"""Which file a worker has in hand. A claim is a lease with a deadline, so no transaction is open while bytes travel.

A worker that dies keeps its claim until the deadline; then the next one takes the file. Whoever comes back too late
finds that the file is no longer theirs: ``attempts`` has counted on, or somebody has deleted it meanwhile. Where the
bytes will be is written down before they are there, so that what is deleted in between is found and swept.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from psycopg.rows import class_row

from parley.storage.database import Connection
from parley.storage.file_store import place_of
from parley.storage.media import MediaFile

MOST_ATTEMPTS = 6
# Longer than the longest that a worker may take, see workers/files.py.
LEASE = timedelta(minutes=5)

COLUMNS = """media_id, number_id, platform_id, mime_type, filename, size, state, reason, attempts, content,
       contact_id, failure, place, sha256"""
PENDING = f"""
SELECT {COLUMNS}
  FROM media
 WHERE tenant_id = %s AND state = 'pending' AND due_at <= %s
 ORDER BY due_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
FETCHING = "UPDATE media SET attempts = %s, due_at = %s, place = %s WHERE tenant_id = %s AND media_id = %s"
STORED = """
UPDATE media SET state = 'stored', place = %s, size = %s, mime_type = %s, reason = NULL, failure = '', due_at = NULL
 WHERE tenant_id = %s AND media_id = %s AND state = 'pending' AND attempts = %s
"""
GIVEN_UP = """
UPDATE media SET state = 'failed', failure = %s, reason = %s, place = %s, due_at = NULL
 WHERE tenant_id = %s AND media_id = %s AND state = 'pending' AND attempts = %s
"""
TRY_AGAIN = """
UPDATE media SET due_at = %s, reason = %s
 WHERE tenant_id = %s AND media_id = %s AND state = 'pending' AND attempts = %s
"""
LET_GO = """
UPDATE media SET attempts = attempts - 1, due_at = %s
 WHERE tenant_id = %s AND media_id = %s AND state = 'pending' AND attempts = %s
"""
TO_MOVE = f"""
SELECT {COLUMNS}
  FROM media
 WHERE tenant_id = %s AND content IS NOT NULL AND state = 'stored' AND coalesce(due_at <= %s, true)
 ORDER BY created_at
 LIMIT 1
   FOR UPDATE SKIP LOCKED
"""
MOVING = "UPDATE media SET due_at = %s, place = %s WHERE tenant_id = %s AND media_id = %s"
MOVED = """
UPDATE media SET sha256 = coalesce(sha256, sha256(content)), content = NULL, reason = NULL, due_at = NULL
 WHERE tenant_id = %s AND media_id = %s AND content IS NOT NULL AND state = 'stored'
"""
MOVE_LATER = """
UPDATE media SET attempts = attempts + 1, due_at = %s, reason = %s
 WHERE tenant_id = %s AND media_id = %s AND content IS NOT NULL AND state = 'stored'
"""
# Its writer took it back, or its person was erased: the row says so first, the bytes follow when nobody has it in hand.
LEFT_OVER = """
SELECT media_id, place
  FROM media
 WHERE tenant_id = %s AND state = 'failed' AND place <> '' AND (failure <> 'infected' OR contact_id IS NULL)
   AND coalesce(due_at <= %s, true)
 LIMIT 20
"""
SWEPT = "UPDATE media SET place = '', due_at = NULL WHERE tenant_id = %s AND media_id = %s AND state = 'failed'"
SHOWN = "SELECT true FROM media WHERE tenant_id = %s AND media_id = %s AND state <> 'failed'"


async def to_fetch(db: Connection, tenant_id: UUID, now: datetime) -> MediaFile | None:
    """The next file to fetch; until the deadline it is nobody else's. ``attempts`` counts this one."""
    file = await _next(db, PENDING, [tenant_id, now])
    if file is None:
        return None
    claimed = replace(file, attempts=file.attempts + 1, place=place_of(tenant_id, file.media_id))
    await db.execute(FETCHING, [claimed.attempts, now + LEASE, claimed.place, tenant_id, file.media_id])
    return claimed


async def store(db: Connection, tenant_id: UUID, file: MediaFile, size: int, mime_type: str) -> bool:
    """The file store has what was fetched. False where the file is no longer this worker's."""
    return await _changed(db, STORED, [file.place, size, mime_type, *_claim(tenant_id, file)])


async def give_up(db: Connection, tenant_id: UUID, file: MediaFile, failure: str, reason: str, place: str = "") -> bool:
    """It can not be shown, and trying again would not help. ``place``: where an infected one is kept aside."""
    return await _changed(db, GIVEN_UP, [failure, reason, place, *_claim(tenant_id, file)])


async def try_again(db: Connection, tenant_id: UUID, file: MediaFile, reason: str, at: datetime) -> bool:
    """Fetching failed: again at that time, or given up after the sixth attempt."""
    if file.attempts >= MOST_ATTEMPTS:
        return await give_up(db, tenant_id, file, "unreachable", reason, file.place)
    return await _changed(db, TRY_AGAIN, [at, reason, *_claim(tenant_id, file)])


async def let_go(db: Connection, tenant_id: UUID, file: MediaFile, now: datetime) -> None:
    """The worker ends before it is done: the next one need not wait for the deadline."""
    await db.execute(LET_GO, [now, *_claim(tenant_id, file)])


async def to_move(db: Connection, tenant_id: UUID, now: datetime) -> MediaFile | None:
    """The next file that the file store does not have yet; until the deadline nobody else moves it."""
    file = await _next(db, TO_MOVE, [tenant_id, now])
    if file is None:
        return None
    place = place_of(tenant_id, file.media_id)
    await db.execute(MOVING, [now + LEASE, place, tenant_id, file.media_id])
    return replace(file, place=place)


async def moved(db: Connection, tenant_id: UUID, media_id: UUID) -> bool:
    """The file store has it, so its row need not. False where somebody moved or deleted it meanwhile."""
    return await _changed(db, MOVED, [tenant_id, media_id])


async def move_later(db: Connection, tenant_id: UUID, media_id: UUID, reason: str, at: datetime) -> None:
    """The file store could not be reached: the row keeps it until then, and it can be sent all the same."""
    await db.execute(MOVE_LATER, [at, reason, tenant_id, media_id])


async def is_deleted(db: Connection, tenant_id: UUID, media_id: UUID) -> bool:
    """Whether nobody may see the file any more."""
    return await (await db.execute(SHOWN, [tenant_id, media_id])).fetchone() is None


async def left_over(db: Connection, tenant_id: UUID, now: datetime) -> list[tuple[UUID, str]]:
    """Files that no message shows any more, with their places; at most 20."""
    rows = await (await db.execute(LEFT_OVER, [tenant_id, now])).fetchall()
    return [(media_id, place) for media_id, place in rows]


async def swept(db: Connection, tenant_id: UUID, media_id: UUID) -> None:
    """Its bytes are gone."""
    await db.execute(SWEPT, [tenant_id, media_id])


def _claim(tenant_id: UUID, file: MediaFile) -> tuple[UUID, UUID, int]:
    return tenant_id, file.media_id, file.attempts


async def _next(db: Connection, query: str, values: list[object]) -> MediaFile | None:
    async with db.cursor(row_factory=class_row(MediaFile)) as cursor:
        await cursor.execute(query, values)
        return await cursor.fetchone()


async def _changed(db: Connection, query: str, values: list[object]) -> bool:
    return (await db.execute(query, values)).rowcount > 0
