"""Who asks: every route demands an identity unless it is listed here, and the tenant comes from the session only."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from parley.api.errors import NotLoggedIn
from parley.api.models.base import READER
from parley.clock import Clock
from parley.core.errors import Forbidden
from parley.settings import Settings
from parley.storage import accounts, sessions
from parley.storage.accounts import Account
from parley.storage.database import Connection, Database
from parley.storage.file_store import FileStore

COOKIE = "parley_session"
# (method, path): what may be asked without a session.
OPEN = frozenset({("POST", "/api/session"), ("GET", "/healthz")})
# The end of a session moves with its use, but is not written at every request.
EXTEND_EVERY = timedelta(minutes=5)
SUPERVISES = frozenset({"supervisor", "admin"})


@dataclass(frozen=True)
class Caller:
    """The account behind a request."""

    account: Account
    token: str

    @property
    def tenant_id(self) -> UUID:
        """Whose rows the request may see."""
        return self.account.tenant_id

    @property
    def account_id(self) -> UUID:
        """Who it is."""
        return self.account.account_id

    @property
    def supervises(self) -> bool:
        """Whether they may take a conversation from somebody."""
        return self.account.role in SUPERVISES


async def caller_of(database: Database, settings: Settings, clock: Clock, token: str | None) -> Caller:
    """The caller with that token, whose sign of life is noted. Raises NotLoggedIn and Forbidden."""
    if not token:
        raise NotLoggedIn
    wall, lasts = clock.wall(), timedelta(hours=settings.session_hours)
    async with database.directory() as db:
        session = await sessions.enter(db, token, wall)
        if session is None:
            raise NotLoggedIn
        if session.expires_at < wall + lasts - EXTEND_EVERY:
            await sessions.extend(db, session.tenant_id, token, wall + lasts)
        account = await accounts.get(db, session.tenant_id, session.account_id)
        if account.presence_at < wall - accounts.TOUCH_EVERY:
            await accounts.touch(db, session.tenant_id, session.account_id, wall)
    if account.tenant_status != "active":
        raise Forbidden(f"The service for {account.tenant_name} is {account.tenant_status}.")
    return Caller(account, token)


async def demand(request: Request) -> None:
    """For the whole application: no session, no answer."""
    if (request.method, request.url.path) in OPEN:
        return
    state = request.app.state
    token = request.cookies.get(COOKIE)
    caller = await caller_of(state.database, state.settings, state.clock, token)
    READER.set(caller.account.languages[0] if caller.account.languages else "en")
    request.state.caller = caller


def anybody(request: Request) -> Caller:
    """Whoever is logged in."""
    caller: Caller | None = getattr(request.state, "caller", None)
    if caller is None:
        raise NotLoggedIn
    return caller


def at_a_desk(caller: Annotated[Caller, Depends(anybody)]) -> Caller:
    """Somebody of a Client."""
    if caller.account.tenant_kind != "client" or caller.account.role == "provider":
        raise Forbidden("This belongs to the desk of a Client.")
    return caller


def at_the_provider(caller: Annotated[Caller, Depends(anybody)]) -> Caller:
    """Somebody who runs the service."""
    if caller.account.tenant_kind != "provider" or caller.account.role != "provider":
        raise Forbidden("This belongs to the provider.")
    return caller


async def _transaction(request: Request, caller: Annotated[Caller, Depends(anybody)]) -> AsyncIterator[Connection]:
    database: Database = request.app.state.database
    async with database.transaction(caller.tenant_id) as db:
        yield db


def _clock(request: Request) -> Clock:
    clock: Clock = request.app.state.clock
    return clock


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _files(request: Request) -> FileStore:
    found: FileStore = request.app.state.files
    return found


AnyCaller = Annotated[Caller, Depends(anybody)]
DeskCaller = Annotated[Caller, Depends(at_a_desk)]
ProviderCaller = Annotated[Caller, Depends(at_the_provider)]
# Of the caller's tenant. Committed when the route has returned, before the answer leaves.
Transaction = Annotated[Connection, Depends(_transaction, scope="function")]
TheClock = Annotated[Clock, Depends(_clock)]
TheDatabase = Annotated[Database, Depends(_database)]
TheSettings = Annotated[Settings, Depends(_settings)]
TheFiles = Annotated[FileStore, Depends(_files)]
