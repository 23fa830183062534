"""Ending the service for a Client for good."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.terminate_client import terminate_client
from parley.api.identity import ProviderCaller, TheClock, TheDatabase
from parley.api.models.application import Termination, TerminationOut
from parley.api.provider.client import client_of

router = APIRouter(prefix="/clients/{tenant_id}/termination")


@router.post("", status_code=201)
async def create(
    tenant_id: UUID, body: Termination, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> TerminationOut:
    """The Client is barred from all future use, under any name by which it can be known again (F4)."""
    client = await client_of(database, caller, tenant_id)
    barred = await terminate_client(
        database, caller.tenant_id, client, body.reason, account_id=caller.account_id, now=clock.now()
    )
    return TerminationOut(tenant_id=client, status="terminated", barred=barred)
