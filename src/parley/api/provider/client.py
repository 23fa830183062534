"""Which Client is meant: it must be the caller's, and its rows are read in a transaction of its own."""

from uuid import UUID

from parley.api.identity import Caller
from parley.storage import provider
from parley.storage.database import Database


async def tenant_of(database: Database, caller: Caller, tenant_id: UUID | None) -> UUID:
    """The Client's tenant, or the provider's own where none is named. Raises NotFound for other providers' Clients."""
    if tenant_id is None or tenant_id == caller.tenant_id:
        return caller.tenant_id
    async with database.transaction(caller.tenant_id) as db:
        return (await provider.client(db, caller.tenant_id, tenant_id)).tenant_id


async def client_of(database: Database, caller: Caller, tenant_id: UUID) -> UUID:
    """The Client's tenant. Raises NotFound, for the provider's own tenant too."""
    async with database.transaction(caller.tenant_id) as db:
        return (await provider.client(db, caller.tenant_id, tenant_id)).tenant_id
