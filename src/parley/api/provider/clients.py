"""The Clients: how each is doing, and stopping the service for one."""

from datetime import datetime, timedelta
from uuid import UUID

from fastapi import APIRouter

from parley.actions.confirm_profile import confirm_profile
from parley.actions.suspend_client import resume_client, suspend_client
from parley.api.identity import ProviderCaller, TheClock, TheDatabase
from parley.api.models.provider import (
    BotSummary,
    ClientOut,
    Clients,
    DecisionCounts,
    NumberState,
    Suspension,
    SuspensionOut,
    TemplateState,
)
from parley.api.provider.client import client_of
from parley.core.policy.rules.profile_has_support_contact import missing_from
from parley.storage import provider, templates
from parley.storage.database import Connection, Database
from parley.storage.offers import SILENT_AFTER
from parley.storage.provider import Client, Number

router = APIRouter(prefix="/clients")


@router.get("")
async def index(caller: ProviderCaller, database: TheDatabase, clock: TheClock) -> Clients:
    """Every Client with its state; each is read in a transaction of its own."""
    async with database.transaction(caller.tenant_id) as db:
        found = await provider.clients(db, caller.tenant_id)
    now, heard_since = clock.now(), clock.wall() - SILENT_AFTER
    return Clients(items=[await _shown(database, client, now, heard_since) for client in found])


@router.post("/{tenant_id}/suspension", status_code=201)
async def create_suspension(
    tenant_id: UUID, body: Suspension, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> SuspensionOut:
    """Stop the service for the Client; the reason goes on record."""
    me, now = caller.account_id, clock.now()
    await suspend_client(database, caller.tenant_id, tenant_id, body.reason, account_id=me, now=now)
    return SuspensionOut(tenant_id=tenant_id, status="suspended", reason=body.reason.strip())


@router.delete("/{tenant_id}/suspension", status_code=204)
async def delete_suspension(tenant_id: UUID, caller: ProviderCaller, database: TheDatabase, clock: TheClock) -> None:
    """Take the service up again."""
    await resume_client(database, caller.tenant_id, tenant_id, account_id=caller.account_id, now=clock.now())


@router.post("/{tenant_id}/numbers/{number_id}/profile-confirmation", status_code=204)
async def create_profile_confirmation(
    tenant_id: UUID, number_id: str, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> None:
    """The number's business profile is complete and current."""
    client = await client_of(database, caller, tenant_id)
    async with database.transaction(client) as db:
        await confirm_profile(db, client, number_id, clock.now())


async def _shown(database: Database, client: Client, now: datetime, heard_since: datetime) -> ClientOut:
    async with database.transaction(client.tenant_id) as db:
        figures = await provider.figures(db, client.tenant_id, heard_since)
        decided = await provider.decided_since(db, client.tenant_id, now - timedelta(hours=24))
        numbers = await provider.numbers(db, client.tenant_id)
        listed = await templates.list_all(db, client.tenant_id)
        bot = await _bot(db, client.tenant_id)
    return ClientOut.model_validate(
        {
            **vars(client),
            **vars(figures),
            "decisions_24h": DecisionCounts.model_validate(decided),
            "numbers": [_number(number) for number in numbers],
            "bot": bot,
            "templates": [TemplateState.model_validate(each) for each in listed],
        }
    )


def _number(number: Number) -> NumberState:
    missing = missing_from(number.profile)
    if number.profile_confirmed_at is None:
        missing = [*missing, "a confirmation that it is current"]
    return NumberState.model_validate({**vars(number), "missing": missing})


async def _bot(db: Connection, tenant_id: UUID) -> BotSummary:
    bot = await provider.bot(db, tenant_id)
    if bot is None:
        return BotSummary(published_at=None, paths=[], intents=0)
    paths = [str(path.get("kind", "")) for path in bot.escalation_paths]
    return BotSummary(published_at=bot.published_at, paths=paths, intents=bot.intents)
