"""Looks every minute at how the numbers of a Client stand, and every hour at what WhatsApp shows of each."""

from time import monotonic
from uuid import UUID

import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken

from parley.actions.assess_numbers import assess_numbers
from parley.clock import Clock
from parley.core.policy.profile import drift
from parley.storage import numbers, provider
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess, fetch_profile

PROFILES_EVERY = 3600.0
log = structlog.get_logger()


class Standings:
    """Assesses a tenant's numbers; see ``TenantLoops`` for how it is called."""

    def __init__(
        self, database: Database, clock: Clock, graph: GraphSession, vault: Vault, profile_days: int = 180
    ) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault
        self._settings = {"profile_confirmed_for_days": profile_days}
        self._looked: dict[UUID, float] = {}
        self._drift: dict[UUID, dict[str, tuple[str, ...]]] = {}

    async def work(self, tenant_id: UUID) -> bool:
        """Assess them all. There is never more at once."""
        if monotonic() - self._looked.get(tenant_id, -PROFILES_EVERY) >= PROFILES_EVERY:
            self._drift[tenant_id] = await self._compare(tenant_id)
            self._looked[tenant_id] = monotonic()
        async with self._database.transaction(tenant_id) as db:
            differs = self._drift.get(tenant_id, {})
            await assess_numbers(db, tenant_id, self._clock.now(), drift=differs, settings=self._settings)
        return False

    async def _compare(self, tenant_id: UUID) -> dict[str, tuple[str, ...]]:
        """Number → the fields in which its two profiles differ; one that can not be fetched is asked about later."""
        async with self._database.transaction(tenant_id) as db:
            access = await numbers.access(db, tenant_id)
            ours = {each.number_id: each.profile for each in await provider.numbers(db, tenant_id)}
        found = {}
        for number_id, (token, _, _) in access.items():
            try:
                theirs = await fetch_profile(self._graph, NumberAccess(number_id, self._vault.open(token)))
            except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
                log.warning("standings.profile_not_fetched", number_id=number_id, error=type(error).__name__)
                continue
            found[number_id] = drift(ours.get(number_id, {}), theirs)
        return found
