"""Fetches the files that customers sent: the message is shown at once, its file follows. And moves ours to the store.

Streamed to disk, checked by content and size, shown to the virus scanner, and only then kept where people can see it.
Claimed in one short transaction, fetched outside of any, finished in another: a slow file holds nothing up.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from hashlib import file_digest
from pathlib import Path
from uuid import UUID

from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.core.messages.file_types import NEEDED, checked_type
from parley.core.policy.fingerprints import print_of_file
from parley.storage import fingerprints, media_claims, numbers
from parley.storage.database import Connection, Database, tell_live
from parley.storage.file_store import FileStore, StoreError, place_of
from parley.storage.media import MediaFile
from parley.storage.media_claims import MOST_ATTEMPTS
from parley.storage.secrets import Vault
from parley.whatsapp.client import (
    LARGEST_FILE,
    FileTooLarge,
    GraphError,
    GraphSession,
    NumberAccess,
    download_media,
)
from parley.workers.scanner import ScannerError, is_clean

# What the platform says of a file that it has no more.
GONE = frozenset({100, 33, 131052})
# Seconds that a worker may have a file in hand: it ends before its claim does.
LONGEST = 240


@dataclass(frozen=True)
class Fetched:
    """The file store has it. ``size`` in bytes; ``digest``: its SHA-256."""

    size: int
    mime_type: str
    digest: bytes


@dataclass(frozen=True)
class Failed:
    """It will never be shown; see ``MediaFile`` for the failures."""

    failure: str
    reason: str
    place: str = ""


@dataclass(frozen=True)
class Later:
    """It may go better another time."""

    reason: str


Outcome = Fetched | Failed | Later


class Files:
    """Fetches one file at a time for a tenant; see ``TenantLoops`` for how it is called."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        graph: GraphSession,
        vault: Vault,
        store: FileStore,
        scanner: str = "",
    ) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault
        self._store = store
        self._scanner = scanner

    async def work(self, tenant_id: UUID) -> bool:
        """Fetch the next file, if there is one; else move one of ours; else delete what is left over."""
        async with self._database.transaction(tenant_id) as db:
            file = await media_claims.to_fetch(db, tenant_id, self._clock.now())
        if file is None:
            return await self._move(tenant_id) or await self._sweep(tenant_id)
        try:
            outcome = await self._fetch(tenant_id, file)
        except asyncio.CancelledError:
            async with self._database.transaction(tenant_id) as db:
                await media_claims.let_go(db, tenant_id, file, self._clock.now())
            raise
        await self._finish(tenant_id, file, outcome)
        return True

    async def _fetch(self, tenant_id: UUID, file: MediaFile) -> Outcome:
        if file.attempts > MOST_ATTEMPTS:
            return Failed("unreachable", "whoever fetched it did not come back")
        async with self._database.transaction(tenant_id) as db:
            sealed = (await numbers.access(db, tenant_id)).get(file.number_id)
        if sealed is None or not file.platform_id:
            return Failed("gone", "its number is gone")
        try:
            access = NumberAccess(file.number_id, self._vault.open(sealed[0]), sealed[2])
            async with asyncio.timeout(LONGEST), _room() as path:
                label = await download_media(self._graph, access, file.platform_id, path, LARGEST_FILE)
                return await self._judge(tenant_id, file, path, label)
        except FileTooLarge:
            return Failed("too_large", "it is larger than 100 MB")
        except GraphError as error:
            if error.code in GONE and error.status in (400, 404) and error.subcode in (0, 33):
                return Failed("gone", "WhatsApp has it no more")
            return _later(error)
        except (TimeoutError, ClientError, KeyError, InvalidToken, ScannerError, *StoreError) as error:
            return _later(error)

    async def _judge(self, tenant_id: UUID, file: MediaFile, path: Path, label: str) -> Outcome:
        head, size, digest = await asyncio.to_thread(_look, path)
        mime_type = checked_type(head, label)
        if mime_type is None:
            return Failed("refused", f"its content is not what it is called ({label[:80]})")
        if not await is_clean(self._scanner, path):
            place = await self._store.keep(tenant_id, file.media_id, path, aside=True)
            return Failed("infected", "the virus scanner found something", place)
        await self._store.keep(tenant_id, file.media_id, path)
        return Fetched(size, mime_type, digest)

    async def _finish(self, tenant_id: UUID, file: MediaFile, outcome: Outcome) -> None:
        async with self._database.transaction(tenant_id) as db:
            ours = await self._note(db, tenant_id, file, outcome)
            deleted = not ours and await media_claims.is_deleted(db, tenant_id, file.media_id)
            if ours:
                await tell_live(db, tenant_id, "message")
        if deleted:  # by its writer or on request, while it was fetched
            await self._store.delete(file.place)
            await self._store.delete(place_of(tenant_id, file.media_id, aside=True))

    async def _note(self, db: Connection, tenant_id: UUID, file: MediaFile, outcome: Outcome) -> bool:
        match outcome:
            case Later(reason=reason):
                at = self._clock.now() + _pause(file.attempts - 1)
                return await media_claims.try_again(db, tenant_id, file, reason, at)
            case Failed(failure=failure, reason=reason, place=place):
                return await media_claims.give_up(db, tenant_id, file, failure, reason, place)
            case Fetched(size=size, mime_type=mime_type, digest=digest):
                stored = await media_claims.store(db, tenant_id, file, size, mime_type)
                if stored and file.contact_id is not None:  # so that it is sent to nobody else (D5)
                    mark = print_of_file(fingerprints.key(db, tenant_id), digest)
                    await fingerprints.keep(db, tenant_id, file.contact_id, {mark}, self._clock.now())
                return stored

    async def _move(self, tenant_id: UUID) -> bool:
        """What one of us uploaded goes where the others are; until then its row has it."""
        async with self._database.transaction(tenant_id) as db:
            file = await media_claims.to_move(db, tenant_id, self._clock.now())
        if file is None or file.content is None:
            return False
        try:
            async with asyncio.timeout(LONGEST):
                await self._store.keep(tenant_id, file.media_id, file.content)
        except (TimeoutError, *StoreError) as error:
            reason = f"it waits for the file store ({type(error).__name__})"
            async with self._database.transaction(tenant_id) as db:
                at = self._clock.now() + _pause(file.attempts)
                await media_claims.move_later(db, tenant_id, file.media_id, reason, at)
            return False
        async with self._database.transaction(tenant_id) as db:
            moved = await media_claims.moved(db, tenant_id, file.media_id)
            deleted = not moved and await media_claims.is_deleted(db, tenant_id, file.media_id)
        if deleted:
            await self._store.delete(file.place)
        return True

    async def _sweep(self, tenant_id: UUID) -> bool:
        async with self._database.transaction(tenant_id) as db:
            left = await media_claims.left_over(db, tenant_id, self._clock.now())
        for media_id, place in left:
            await self._store.delete(place)
            async with self._database.transaction(tenant_id) as db:
                await media_claims.swept(db, tenant_id, media_id)
        return bool(left)


def _later(error: Exception) -> Later:
    return Later(f"it could not be fetched ({type(error).__name__})")


def _pause(failed: int) -> timedelta:
    """After that many attempts that failed before this one."""
    return timedelta(seconds=min(2.0**failed, 300))


def _look(path: Path) -> tuple[bytes, int, bytes]:
    """Its beginning, its size, its SHA-256."""
    with path.open("rb") as content:
        head = content.read(NEEDED)
        content.seek(0)
        digest = file_digest(content, "sha256").digest()
    return head, path.stat().st_size, digest


@asynccontextmanager
async def _room() -> AsyncIterator[Path]:
    """A place on disk for one file, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="parley-file-") as folder:
        yield Path(folder) / "file"
