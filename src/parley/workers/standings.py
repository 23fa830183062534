"""Looks every now and then at how the numbers of a Client stand."""

from uuid import UUID

from parley.actions.assess_numbers import assess_numbers
from parley.clock import Clock
from parley.storage.database import Database


class Standings:
    """Assesses a tenant's numbers; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def work(self, tenant_id: UUID) -> bool:
        """Assess them all. There is never more at once."""
        async with self._database.transaction(tenant_id) as db:
            await assess_numbers(db, tenant_id, self._clock.now())
        return False
