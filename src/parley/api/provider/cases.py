"""Cases of all Clients, and the provider's own: the second pair of eyes, and what nobody decided in time."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.appeal import write_appeal
from parley.actions.decide_case import decide_case
from parley.api import case_reading
from parley.api.identity import Caller, ProviderCaller, TheClock, TheDatabase
from parley.api.models.case import AppealIn, CaseCounts, CaseDetail, CaseRow, Cases, CaseView, VoteIn
from parley.api.provider.client import tenant_of
from parley.core.policy.cases import CaseKind, Voter
from parley.storage import case_lists, provider
from parley.storage.case_lists import ListedCase, Place, Reader
from parley.storage.database import Database

router = APIRouter(prefix="/cases")


@router.get("")
async def index(
    caller: ProviderCaller,
    database: TheDatabase,
    clock: TheClock,
    tenant_id: UUID | None = None,
    view: Annotated[CaseView, Query(alias="state")] = "open",
    kind: CaseKind | None = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Cases:
    """Of one Client, or of all and the provider's own. ``mine``: what the provider may decide."""
    tenants = await _tenants(database, caller, tenant_id)
    after, now = case_reading.place_in(cursor), clock.now()
    found: list[tuple[ListedCase, CaseRow]] = []
    counted = CaseCounts(open=0, mine=0)
    for tenant in tenants:
        more, counts = await _of(database, caller, tenant, view, kind, after, limit + 1, now)
        found += more
        counted = CaseCounts(open=counted.open + counts.open, mine=counted.mine + counts.mine)
    found.sort(key=lambda each: (each[0].place.at, each[0].case_id), reverse=view == "closed")
    shown = found[:limit]
    last = shown[-1][0].place if len(found) > limit else None
    return Cases(
        items=[row for _, row in shown], next_cursor=case_reading.cursor_of(last) if last else None, counts=counted
    )


@router.get("/{tenant_id}/{case_id}")
async def show(
    tenant_id: UUID, case_id: UUID, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> CaseDetail:
    """One case. The message's words only where the provider must decide."""
    tenant = await tenant_of(database, caller, tenant_id)
    return await _detail(database, caller, tenant, case_id, clock.now())


@router.post("/{tenant_id}/{case_id}/vote", status_code=201)
async def create_vote(
    tenant_id: UUID, case_id: UUID, body: VoteIn, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> CaseDetail:
    """Say what becomes of it, where it is the provider's to say."""
    tenant, now = await tenant_of(database, caller, tenant_id), clock.now()
    async with database.transaction(tenant) as db:
        await decide_case(db, tenant, case_id, vote=body.vote, note=body.note, voter=_voter(caller), now=now)
    return await _detail(database, caller, tenant, case_id, now)


@router.put("/{tenant_id}/{case_id}/appeal")
async def change_appeal(
    tenant_id: UUID, case_id: UUID, body: AppealIn, caller: ProviderCaller, database: TheDatabase, clock: TheClock
) -> CaseDetail:
    """Keep what is written to WhatsApp about its action, and how far that is."""
    tenant, now = await tenant_of(database, caller, tenant_id), clock.now()
    async with database.transaction(tenant) as db:
        await write_appeal(db, tenant, case_id, text=body.text, state=body.state, by=_voter(caller), now=now)
    return await _detail(database, caller, tenant, case_id, now)


async def _tenants(database: Database, caller: Caller, tenant_id: UUID | None) -> list[UUID]:
    if tenant_id is not None:
        return [await tenant_of(database, caller, tenant_id)]
    async with database.transaction(caller.tenant_id) as db:
        return [caller.tenant_id, *(each.tenant_id for each in await provider.clients(db, caller.tenant_id))]


async def _of(
    database: Database,
    caller: Caller,
    tenant: UUID,
    view: CaseView,
    kind: CaseKind | None,
    after: Place | None,
    limit: int,
    now: datetime,
) -> tuple[list[tuple[ListedCase, CaseRow]], CaseCounts]:
    """Each Client is read in a transaction of its own."""
    voter = _voter(caller)
    reader = Reader(voter.account_id, voter.role)
    async with database.transaction(tenant) as db:
        listed = await case_lists.page(db, tenant, reader, view=view, kind=kind, after=after, limit=limit)
        rows = await case_reading.rows(db, tenant, listed, voter, now)
        counted = await case_lists.counts(db, tenant, reader)
    return list(zip(listed, rows, strict=True)), CaseCounts(open=counted[0], mine=counted[1])


async def _detail(database: Database, caller: Caller, tenant: UUID, case_id: UUID, now: datetime) -> CaseDetail:
    business = caller.account.tenant_name
    if tenant != caller.tenant_id:
        async with database.transaction(caller.tenant_id) as db:
            business = (await provider.client(db, caller.tenant_id, tenant)).name
    async with database.transaction(tenant) as db:
        return await case_reading.detail(db, tenant, case_id, _voter(caller), now, business)


def _voter(caller: Caller) -> Voter:
    return Voter(caller.account_id, caller.account.role)
