"""Versions of the policy: what is in force, which loosenings Clients have chosen, and what no longer holds (F3)."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.choose_version import approve_choice, choose_version, withdraw_choice
from parley.api.choosing import choices_of
from parley.api.identity import ProviderCaller, TheClock, TheDatabase
from parley.api.models.versions import (
    ChangeOut,
    Choices,
    NewChoice,
    ScreeningOut,
    StandingOut,
    StopOut,
    VersionOut,
    Versions,
)
from parley.api.provider.client import client_of, tenant_of
from parley.core.policy.versions import rulebook_for, versions
from parley.storage import screenings

router = APIRouter()


@router.get("/versions")
async def index(caller: ProviderCaller, clock: TheClock) -> Versions:
    """Every text of the policy with what it changes, by date."""
    today = clock.now().date()
    items = [
        VersionOut(
            name=each.name,
            title=each.title,
            effective=each.effective,
            source=each.source,
            loosens=each.loosens,
            in_force=each.effective <= today and not each.loosens and not each.includes,
            changes=[ChangeOut.model_validate(change) for change in each.changes],
        )
        for each in versions().values()
        if not each.includes
    ]
    return Versions(rulebook=rulebook_for((), today).version, items=items)


@router.get("/standing")
async def standing(caller: ProviderCaller, database: TheDatabase, tenant_id: UUID | None = None) -> StandingOut:
    """What no longer holds of the Client's templates, answers, replies, wordings, items and waiting messages."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        last = await screenings.latest(db, tenant)
        stops = await screenings.stops(db, tenant)
    return StandingOut(
        last=ScreeningOut.model_validate(last[0]) if last else None,
        stops=[StopOut.model_validate(each) for each in stops],
    )


@router.get("/choices")
async def choices(
    caller: ProviderCaller, database: TheDatabase, clock: TheClock, tenant_id: UUID | None = None
) -> Choices:
    """What the Client has chosen, and what waits for an approval."""
    tenant = await tenant_of(database, caller, tenant_id)
    async with database.transaction(tenant) as db:
        return await choices_of(db, tenant, clock.now().date())


@router.post("/clients/{tenant_id}/choices", status_code=201)
async def create_choice(
    tenant_id: UUID, body: NewChoice, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> Choices:
    """Write down what the Client has asked for; somebody else of the provider must approve it."""
    client, now = await client_of(database, caller, tenant_id), clock.now()
    async with database.transaction(client) as db:
        by, day = caller.account_id, body.effective_from
        await choose_version(db, client, body.version, body.reason, by=by, now=now, effective_from=day)
        return await choices_of(db, client, now.date())


@router.post("/clients/{tenant_id}/choices/{choice_id}/approval", status_code=204)
async def create_approval(
    tenant_id: UUID, choice_id: UUID, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> None:
    """Approve it. Whoever chose it can not."""
    client = await client_of(database, caller, tenant_id)
    async with database.transaction(client) as db:
        await approve_choice(db, client, choice_id, by=caller.account_id, now=clock.now())


@router.delete("/clients/{tenant_id}/choices/{choice_id}", status_code=204)
async def delete_choice(
    tenant_id: UUID, choice_id: UUID, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> None:
    """End it: the document holds again at once."""
    client = await client_of(database, caller, tenant_id)
    async with database.transaction(client) as db:
        await withdraw_choice(db, client, choice_id, by=caller.account_id, now=clock.now())
