"""Log in, log out, who am I, what time is it."""

from datetime import timedelta
from time import monotonic

from fastapi import APIRouter, Request, Response

from parley.actions.log_in import log_in
from parley.actions.log_out import log_out
from parley.actions.set_presence import set_presence
from parley.api.errors import TooManyTries
from parley.api.identity import COOKIE, AnyCaller, TheClock, TheDatabase, TheSettings, Transaction
from parley.api.models.session import LogIn, Me, Now, PresenceIn
from parley.storage import accounts

router = APIRouter(tags=["session"])


@router.post("/session", status_code=201)
async def create(
    body: LogIn, request: Request, response: Response, database: TheDatabase, settings: TheSettings, clock: TheClock
) -> Me:
    """Log in: the session is a cookie."""
    throttle, address = request.app.state.throttle, request.client.host if request.client else ""
    wait = throttle.seconds_to_wait(body.email, address, monotonic())
    if wait:
        raise TooManyTries(wait)
    throttle.count(body.email, address, monotonic())
    lasts = timedelta(hours=settings.session_hours)
    account, token = await log_in(database, body.email, body.password, wall=clock.wall(), lasts=lasts)
    throttle.forgive(body.email, address)
    response.set_cookie(
        COOKIE, token, httponly=True, samesite="strict", secure=settings.public_url.startswith("https"), path="/"
    )
    return Me.of(account)


@router.get("/session")
async def show(caller: AnyCaller) -> Me:
    """Who is logged in."""
    return Me.of(caller.account)


@router.delete("/session", status_code=204)
async def delete(caller: AnyCaller, response: Response, db: Transaction, clock: TheClock) -> None:
    """Log out."""
    await log_out(db, caller.tenant_id, caller.account_id, caller.token, clock.wall())
    response.delete_cookie(COOKIE, path="/")


@router.put("/presence")
async def change_presence(body: PresenceIn, caller: AnyCaller, db: Transaction, clock: TheClock) -> Me:
    """Say whether one can be given conversations."""
    await set_presence(db, caller.tenant_id, caller.account_id, body.presence, clock.wall())
    return Me.of(await accounts.get(db, caller.tenant_id, caller.account_id))


@router.get("/clock")
async def clock_now(caller: AnyCaller, clock: TheClock) -> Now:
    """The service's time, which windows and deadlines go by."""
    return Now(now=clock.now())
