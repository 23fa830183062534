"""Businesses that want to be served: what they tell, what the gate says of it, and taking them on."""

from typing import Annotated, Any, Literal
from uuid import UUID, uuid4

from fastapi import APIRouter, Query

from parley.actions.decide_application import approve_application, reject_application
from parley.actions.submit_application import submit_application
from parley.api.identity import ProviderCaller, TheClock, Transaction
from parley.api.models.application import ApplicationIn, ApplicationOut, Applications, Rejection, WatchHitOut
from parley.storage import applications
from parley.storage.applications import Application

router = APIRouter(prefix="/applications")
State = Literal["held", "refused", "cleared", "approved", "rejected"]


@router.post("", status_code=201)
async def create(body: ApplicationIn, caller: ProviderCaller, db: Transaction, clock: TheClock) -> ApplicationOut:
    """Hand in an application. It is kept whatever the gate says: cleared, held for people, or refused."""
    told: dict[str, Any] = body.model_dump(mode="json")
    application = Application(uuid4(), "refused", submitted_by=caller.account_id, submitted_at=clock.now(), **told)
    return _shown(await submit_application(db, caller.tenant_id, application, clock.now()))


@router.get("")
async def index(
    caller: ProviderCaller,
    db: Transaction,
    state: State | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Applications:
    """Newest first."""
    return Applications(items=[_shown(each) for each in await applications.newest(db, caller.tenant_id, state, limit)])


@router.get("/{application_id}")
async def show(application_id: UUID, caller: ProviderCaller, db: Transaction) -> ApplicationOut:
    """One application."""
    return _shown(await applications.get(db, caller.tenant_id, application_id))


@router.post("/{application_id}/approval", status_code=201)
async def create_approval(
    application_id: UUID, caller: ProviderCaller, db: Transaction, clock: TheClock
) -> ApplicationOut:
    """Take the business on: it becomes a Client. The gate is asked once more, with today's lists."""
    approved = await approve_application(
        db, caller.tenant_id, application_id, account_id=caller.account_id, now=clock.now()
    )
    return _shown(approved)


@router.post("/{application_id}/rejection", status_code=201)
async def create_rejection(
    application_id: UUID, body: Rejection, caller: ProviderCaller, db: Transaction, clock: TheClock
) -> ApplicationOut:
    """Do not take the business on."""
    me, now = caller.account_id, clock.now()
    rejected = await reject_application(db, caller.tenant_id, application_id, body.note, account_id=me, now=now)
    return _shown(rejected)


def _shown(application: Application) -> ApplicationOut:
    hits = [
        WatchHitOut.model_validate({**hit, "cleared": hit["key"] in application.cleared_hits})
        for hit in application.watch_hits
    ]
    return ApplicationOut.model_validate({**vars(application), "watch_hits": hits})
