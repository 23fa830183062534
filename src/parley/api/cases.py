"""What waits for a person of the Client: listed, opened, voted on; and the report of a message."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from parley.actions.appeal import write_appeal
from parley.actions.decide_case import decide_case
from parley.actions.report_message import report_message
from parley.api import case_reading
from parley.api.identity import Caller, DeskCaller, TheClock, Transaction
from parley.api.models.case import (
    AppealIn,
    CaseCounts,
    CaseDetail,
    Cases,
    CaseView,
    Reported,
    ReportIn,
    VoteIn,
)
from parley.core.policy.cases import CaseKind, Voter
from parley.storage import case_lists
from parley.storage.case_lists import Reader

router = APIRouter(tags=["cases"])


@router.get("/cases")
async def index(
    caller: DeskCaller,
    db: Transaction,
    clock: TheClock,
    view: Annotated[CaseView, Query(alias="state")] = "open",
    kind: CaseKind | None = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Cases:
    """A page of them. Agents see what they wrote or reported themselves; ``mine`` waits for the caller's word."""
    voter = _voter(caller)
    reader = Reader(voter.account_id, voter.role)
    after = case_reading.place_in(cursor)
    found = await case_lists.page(db, caller.tenant_id, reader, view=view, kind=kind, after=after, limit=limit + 1)
    counted = await case_lists.counts(db, caller.tenant_id, reader)
    shown = found[:limit]
    return Cases(
        items=await case_reading.rows(db, caller.tenant_id, shown, voter, clock.now()),
        next_cursor=case_reading.cursor_of(shown[-1].place) if len(found) > limit else None,
        counts=CaseCounts(open=counted[0], mine=counted[1]),
    )


@router.get("/cases/{case_id}")
async def show(case_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> CaseDetail:
    """One case with its message, its facts and its votes."""
    return await _detail(caller, db, case_id, clock)


@router.post("/cases/{case_id}/vote", status_code=201)
async def create_vote(case_id: UUID, body: VoteIn, caller: DeskCaller, db: Transaction, clock: TheClock) -> CaseDetail:
    """Say what becomes of it. Nobody decides what they wrote or reported, nor twice."""
    await decide_case(
        db, caller.tenant_id, case_id, vote=body.vote, note=body.note, voter=_voter(caller), now=clock.now()
    )
    return await _detail(caller, db, case_id, clock)


@router.put("/cases/{case_id}/appeal")
async def change_appeal(
    case_id: UUID, body: AppealIn, caller: DeskCaller, db: Transaction, clock: TheClock
) -> CaseDetail:
    """Keep what is written to WhatsApp about its action, and how far that is."""
    await write_appeal(
        db, caller.tenant_id, case_id, text=body.text, state=body.state, by=_voter(caller), now=clock.now()
    )
    return await _detail(caller, db, case_id, clock)


@router.post("/messages/{message_id}/report", status_code=201)
async def create_report(
    message_id: UUID, body: ReportIn, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Reported:
    """Report a message of a customer or a colleague (A3). Reporting it again answers with the open case."""
    case = await report_message(
        db,
        caller.tenant_id,
        message_id,
        body.reason,
        by=caller.account_id,
        for_customer=body.for_customer,
        now=clock.now(),
    )
    return Reported.model_validate(case)


async def _detail(caller: Caller, db: Transaction, case_id: UUID, clock: TheClock) -> CaseDetail:
    business = caller.account.tenant_name
    return await case_reading.detail(db, caller.tenant_id, case_id, _voter(caller), clock.now(), business)


def _voter(caller: Caller) -> Voter:
    return Voter(caller.account_id, caller.account.role)
