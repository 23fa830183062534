"""Keeps our copy of the templates level with the platform's: at start, and every hour for what no report told."""

from time import monotonic
from uuid import UUID

import structlog
from aiohttp import ClientError
from cryptography.fernet import InvalidToken
from msgspec import to_builtins

from parley.clock import Clock
from parley.storage import numbers, template_states
from parley.storage.database import Database
from parley.storage.secrets import Vault
from parley.whatsapp.client import GraphError, GraphSession, NumberAccess
from parley.whatsapp.graph.templates import templates

EVERY_SECONDS = 3600.0
log = structlog.get_logger()


class Templates:
    """Fetches the templates of a tenant's business accounts; see ``TenantLoops`` for how it is called."""

    def __init__(self, database: Database, clock: Clock, graph: GraphSession, vault: Vault) -> None:
        self._database = database
        self._clock = clock
        self._graph = graph
        self._vault = vault
        self._fetched: dict[UUID, float] = {}

    async def work(self, tenant_id: UUID) -> bool:
        """Fetch them if that is due."""
        if monotonic() - self._fetched.get(tenant_id, -EVERY_SECONDS) < EVERY_SECONDS:
            return False
        async with self._database.transaction(tenant_id) as db:
            access = await numbers.access(db, tenant_id)
        accounts = {account_id: (number_id, token) for number_id, (token, _, account_id) in access.items()}
        whole = True
        for account_id, (number_id, token) in accounts.items():
            try:
                allowed = NumberAccess(number_id, self._vault.open(token), account_id)
                listed = [to_builtins(each) for each in await templates(self._graph, allowed, account_id)]
            except (GraphError, ClientError, TimeoutError, InvalidToken) as error:
                log.warning("templates.not_fetched", tenant=str(tenant_id), error=type(error).__name__)
                whole = False  # the other accounts of the Client go on
                continue
            async with self._database.transaction(tenant_id) as db:
                await template_states.replace_all(db, tenant_id, account_id, listed, self._clock.now())
        if whole:
            self._fetched[tenant_id] = monotonic()
        return False
