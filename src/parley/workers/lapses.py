"""Ends the cases that nobody decided in time."""

from uuid import UUID

from parley.actions.lapse_cases import lapse_cases
from parley.clock import Clock
from parley.storage.database import Database


class Lapses:
    """Looks at the deadlines of a tenant's cases; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def work(self, tenant_id: UUID) -> bool:
        """End some of what is due. True if there may be more."""
        async with self._database.transaction(tenant_id) as db:
            return await lapse_cases(db, tenant_id, self._clock.now()) > 0
