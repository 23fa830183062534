"""Looks every minute at how the numbers of a Client stand, and every hour at what WhatsApp says and shows of each."""

from time import monotonic
from uuid import UUID

import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken
from msgspec import to_builtins

from parley.actions.assess_numbers import assess_numbers
from parley.clock import Clock
from parley.core.policy.limits import daily_limit
from parley.core.policy.profile import drift
from parley.storage import numbers, provider
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph.accounts import account
from parley.whatsapp.graph.numbers import number
from parley.whatsapp.graph.people import profile

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
        await self._ask_owners(tenant_id, access)
        found = {}
        for number_id, (token, _, account_id) in access.items():
            try:
                access_of_it = NumberAccess(number_id, self._vault.open(token), account_id)
                theirs = to_builtins(await profile(self._graph, access_of_it))
                stands = await number(self._graph, access_of_it)
            except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
                log.warning("standings.profile_not_fetched", number_id=number_id, error=type(error).__name__)
                continue
            async with self._database.transaction(tenant_id) as db:
                quality, limit = stands.quality_rating.upper(), daily_limit(stands.limit)
                await numbers.looked_at(db, tenant_id, number_id, quality, limit)
            found[number_id] = drift(ours.get(number_id, {}), theirs)
        return found

    async def _ask_owners(self, tenant_id: UUID, access: dict[str, tuple[bytes, int, str]]) -> None:
        """Whose portfolio each account is of: how many people may be written to first is counted over all of it."""
        for account_id, (number_id, token) in {of: (key, token) for key, (token, _, of) in access.items()}.items():
            try:
                allowed = NumberAccess(number_id, self._vault.open(token), account_id)
                portfolio = (await account(self._graph, allowed, account_id)).portfolio
            except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
                log.warning("standings.owner_not_fetched", account_id=account_id, error=type(error).__name__)
                continue
            async with self._database.transaction(tenant_id) as db:
                await numbers.owned_by(db, tenant_id, account_id, portfolio)
