"""What is about to leave is shown to second readers first: outside of transactions, and only what may leave at all."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from parley.clock import Clock
from parley.core.errors import NotFound
from parley.core.messages import Media
from parley.core.policy.facts import Outbound
from parley.core.policy.gate import decide
from parley.core.policy.opinions import Opinion
from parley.opinions.readers import Readers
from parley.storage import client_facts, media, outbox
from parley.storage.circumstances import with_conduct_of_templates
from parley.storage.database import Database
from parley.storage.facts import draft_of, outbounds
from parley.storage.file_store import FileStore, StoreError

# By message. One that is not named has not been looked at, and waits for the next turn.
Said = dict[UUID, tuple[Opinion, ...]]


@dataclass(frozen=True)
class ReadingAhead:
    """Asks the installation's readers for the sender."""

    database: Database
    clock: Clock
    store: FileStore
    readers: Readers

    async def of(self, tenant_id: UUID, number_id: str, most: int) -> Said:
        """What they say of the messages that come next. What a rule refuses already is shown to nobody."""
        async with self.database.transaction(tenant_id) as db:
            rows = await outbox.claim(db, tenant_id, number_id, self.clock.now(), most)
            spoken = [draft_of(row) for row in rows if row.kind == "message"]
            asked = await outbounds(db, tenant_id, spoken, self.clock.now()) if spoken else []
            asked = await with_conduct_of_templates(db, asked)
            client = await client_facts.slug(db, tenant_id) if asked else ""
        passing = [each for each in asked if decide(each).lets_pass]
        said = await asyncio.gather(*(self._on(each, client) for each in passing))
        return {each.message_id: opinions for each, opinions in zip(passing, said, strict=True) if each.message_id}

    async def _on(self, message: Outbound, client: str) -> tuple[Opinion, ...]:
        async def fetch(content: Media) -> bytes | None:
            async with self.database.transaction(message.tenant_id) as db:
                file = await media.find(db, message.tenant_id, content.media_id)
            try:
                return await media.content(self.store, file) if file else None
            except (NotFound, *StoreError):
                return None

        return await self.readers.on(message, client, fetch)
