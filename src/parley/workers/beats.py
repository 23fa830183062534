"""Says for each tenant that a worker is here, and notes when messages leave and nothing comes back."""

from datetime import datetime
from uuid import UUID

from parley.clock import Clock
from parley.core.line import WORKER_GONE
from parley.storage import beats
from parley.storage.database import Database

EVERY = WORKER_GONE.total_seconds() / 4


class Beats:
    """See ``TenantLoops`` for how it is called, every ``EVERY`` seconds."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._sent: dict[UUID, datetime] = {}

    def sent(self, tenant_id: UUID, at: datetime) -> None:
        """WhatsApp took a message that left then: it will report on it."""
        self._sent[tenant_id] = at

    async def work(self, tenant_id: UUID) -> bool:
        """One beat. There is never more at once."""
        sent_at = self._sent.pop(tenant_id, None)
        async with self._database.transaction(tenant_id) as db:
            await beats.beat(db, tenant_id, self._clock.wall(), sent_at)
        return False
