"""Screens everything that stands when another rulebook takes effect, and once a day (F3)."""

from datetime import timedelta
from uuid import UUID

from parley.actions.screen_standing import screen_standing
from parley.clock import Clock
from parley.core.policy.versions import rulebook_for
from parley.storage import choices, screenings
from parley.storage.database import Database

AGAIN_AFTER = timedelta(hours=24)


class Versions:
    """Looks whether a tenant's things must be looked at; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def work(self, tenant_id: UUID) -> bool:
        """Screen them if it is time. There is never more at once."""
        cause = await self._cause(tenant_id)
        if cause:
            await screen_standing(self._database, tenant_id, self._clock.now(), cause=cause)
        return False

    async def _cause(self, tenant_id: UUID) -> str:
        now = self._clock.now()
        async with self._database.transaction(tenant_id) as db:
            last = await screenings.latest(db, tenant_id)
            chosen = await choices.in_force(db, tenant_id, now.date())
        if not last or last[0].rulebook_version != rulebook_for(chosen, now.date()).version:
            return "version"
        return "daily" if now - last[0].began_at >= AGAIN_AFTER else ""
