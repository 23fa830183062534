"""Fetches the files that customers sent: the message is shown at once, its file follows. And moves ours to the store.

Streamed to disk, checked by content and size, shown to the virus scanner, and only then kept where people can see it.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from hashlib import file_digest
from pathlib import Path
from uuid import UUID

from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.core.messages.file_types import NEEDED, checked_type
from parley.core.policy.fingerprints import print_of_file
from parley.storage import fingerprints, media, numbers
from parley.storage.database import Connection, Database, tell_live
from parley.storage.file_store import FileStore, StoreError
from parley.storage.media import MediaFile
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
            file = await media.claim_pending(db, tenant_id, self._clock.now())
            if file is None:
                return await self._move(db, tenant_id) or await self._sweep(db, tenant_id)
            await self._fetch(db, tenant_id, file)
            await tell_live(db, tenant_id, "message")
        return True

    async def _fetch(self, db: Connection, tenant_id: UUID, file: MediaFile) -> None:
        sealed = (await numbers.access(db, tenant_id)).get(file.number_id)
        if sealed is None or not file.platform_id:
            await media.give_up(db, tenant_id, file.media_id, "gone", "its number is gone")
            return
        try:
            access = NumberAccess(file.number_id, self._vault.open(sealed[0]), sealed[2])
            async with _room() as path:
                label = await download_media(self._graph, access, file.platform_id, path, LARGEST_FILE)
                await self._judge(db, tenant_id, file, path, label)
        except FileTooLarge:
            await media.give_up(db, tenant_id, file.media_id, "too_large", "it is larger than 100 MB")
        except GraphError as error:
            if error.code in GONE and error.status in (400, 404) and error.subcode in (0, 33):
                await media.give_up(db, tenant_id, file.media_id, "gone", "WhatsApp has it no more")
            else:
                await self._later(db, tenant_id, file, error)
        except (TimeoutError, ClientError, KeyError, InvalidToken, ScannerError, *StoreError) as error:
            await self._later(db, tenant_id, file, error)

    async def _judge(self, db: Connection, tenant_id: UUID, file: MediaFile, path: Path, label: str) -> None:
        head, size, digest = await asyncio.to_thread(_look, path)
        mime_type = checked_type(head, label)
        if mime_type is None:
            reason = f"its content is not what it is called ({label[:80]})"
            await media.give_up(db, tenant_id, file.media_id, "refused", reason)
            return
        if not await is_clean(self._scanner, path):
            place = await self._store.keep(tenant_id, file.media_id, path, aside=True)
            await media.give_up(db, tenant_id, file.media_id, "infected", "the virus scanner found something", place)
            return
        place = await self._store.keep(tenant_id, file.media_id, path)
        await media.store(db, tenant_id, file.media_id, place, size, mime_type)
        if file.contact_id is not None:  # so that it is sent to nobody else (D5)
            mark = print_of_file(fingerprints.key(db, tenant_id), digest)
            await fingerprints.keep(db, tenant_id, file.contact_id, {mark}, self._clock.now())

    async def _later(self, db: Connection, tenant_id: UUID, file: MediaFile, error: Exception) -> None:
        later = self._clock.now() + timedelta(seconds=min(2.0**file.attempts, 300))
        await media.try_again(db, tenant_id, file, f"it could not be fetched ({type(error).__name__})", later)

    async def _move(self, db: Connection, tenant_id: UUID) -> bool:
        """What one of us uploaded goes where the others are; until then its row has it."""
        file = await media.claim_to_move(db, tenant_id, self._clock.now())
        if file is None or file.content is None:
            return False
        try:
            place = await self._store.keep(tenant_id, file.media_id, file.content)
        except StoreError as error:
            reason = f"it waits for the file store ({type(error).__name__})"
            later = self._clock.now() + timedelta(seconds=min(2.0**file.attempts, 300))
            await media.move_later(db, tenant_id, file.media_id, reason, later)
            return False
        await media.moved(db, tenant_id, file.media_id, place)
        return True

    async def _sweep(self, db: Connection, tenant_id: UUID) -> bool:
        left = await media.left_over(db, tenant_id)
        for media_id, place in left:
            await self._store.delete(place)
            await media.swept(db, tenant_id, media_id)
        return bool(left)


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
