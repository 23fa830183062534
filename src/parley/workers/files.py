"""Fetches the files that customers sent: the message is shown at once, its file follows."""

from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.clock import Clock
from parley.core.policy.fingerprints import print_of_file
from parley.storage import fingerprints, media, numbers
from parley.storage.database import Connection, Database, tell_live
from parley.storage.media import MediaFile
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess, download_media


class Files:
    """Fetches one file at a time for a tenant; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, graph: GraphSession, vault: Vault) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault

    async def work(self, tenant_id: UUID) -> bool:
        """Fetch the next file, if there is one."""
        async with self._database.transaction(tenant_id) as db:
            file = await media.claim_pending(db, tenant_id, self._clock.now())
            if file is None:
                return False
            await self._fetch(db, tenant_id, file)
            await tell_live(db, tenant_id, "message")
        return True

    async def _fetch(self, db: Connection, tenant_id: UUID, file: MediaFile) -> None:
        sealed = (await numbers.access(db, tenant_id)).get(file.number_id)
        if sealed is None or not file.platform_id:
            await media.try_again(db, tenant_id, file, "its number is gone", self._clock.now())
            return
        try:
            access = NumberAccess(file.number_id, self._vault.open(sealed[0]))
            content, mime_type = await download_media(self._graph, access, file.platform_id)
        except (TimeoutError, GraphError, ClientError, KeyError, InvalidToken) as error:
            later = self._clock.now() + timedelta(seconds=min(2.0**file.attempts, 300))
            await media.try_again(db, tenant_id, file, f"it could not be fetched ({type(error).__name__})", later)
        else:
            await media.store(db, tenant_id, file.media_id, content, mime_type)
            if file.contact_id is not None:  # so that it is sent to nobody else (D5)
                mark = print_of_file(fingerprints.key(db, tenant_id), sha256(content).digest())
                await fingerprints.keep(db, tenant_id, file.contact_id, {mark}, self._clock.now())
