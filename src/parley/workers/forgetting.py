"""Drops the marks of what people wrote once their time is over (D1, D5)."""

from uuid import UUID

from parley.clock import Clock
from parley.storage import fingerprints
from parley.storage.database import Database


class Forgetting:
    """Looks at a tenant's marks; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def work(self, tenant_id: UUID) -> bool:
        """Drop some of what is over. True if there may be more."""
        async with self._database.transaction(tenant_id) as db:
            return await fingerprints.forget_expired(db, tenant_id, self._clock.now()) > 0
