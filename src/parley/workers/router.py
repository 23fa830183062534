"""Offers waiting conversations to people, the moment something changes, and lets time do its part."""

from datetime import timedelta
from uuid import UUID

from parley.actions.pass_time import pass_time
from parley.actions.routing import route_waiting
from parley.clock import Clock
from parley.storage.database import Database


class Router:
    """Routes a tenant's queue; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, offer_seconds: int) -> None:
        self._database = database
        self._clock = clock
        self._offer_for = timedelta(seconds=offer_seconds)

    async def work(self, tenant_id: UUID) -> bool:
        """Make the offers that can be made. True if there may be more."""
        async with self._database.transaction(tenant_id) as db:
            made = await route_waiting(db, tenant_id, self._clock.now(), self._clock.wall(), self._offer_for)
        return made > 0


class Timekeeper:
    """Moves what is due: offers that nobody answered, conversations that slept or fell silent."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def work(self, tenant_id: UUID) -> bool:
        """Move some of what is due. True if there may be more."""
        async with self._database.transaction(tenant_id) as db:
            return await pass_time(db, tenant_id, self._clock.now()) > 0
