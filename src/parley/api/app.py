"""The HTTP application: the API, the webhooks, live updates and the pages, in one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from starlette.middleware import Middleware

from parley.api import (
    blocks,
    canned_replies,
    cases,
    catalogue,
    colleagues,
    consents,
    conversations,
    errors,
    health,
    line,
    live,
    looking,
    media,
    messages,
    moves,
    offers,
    openapi,
    pages,
    policy_checks,
    policy_choices,
    prices,
    provider,
    session,
    subjects,
    templates,
    waiting_replies,
    webhooks,
    wordings,
)
from parley.api.errors import ErrorBody
from parley.api.guards import BodyLimit, RequestLog, SameOrigin, SecurityHeaders
from parley.api.hub import Hub
from parley.api.identity import at_a_desk, at_the_provider, demand
from parley.api.intake import Intake
from parley.api.throttle import Throttle
from parley.clock import Clock
from parley.core.policy.gate import warm_up
from parley.settings import Settings
from parley.storage.database import Database
from parley.storage.file_store import FileStore

DESK = (
    colleagues,
    canned_replies,
    conversations,
    looking,
    messages,
    waiting_replies,
    prices,
    moves,
    offers,
    templates,
    media,
    consents,
    cases,
    wordings,
    subjects,
    policy_choices,
    catalogue,
    blocks,
)


def create_app(settings: Settings, database: Database, clock: Clock) -> FastAPI:
    """The application; it starts its tasks with its lifespan and does not close the database."""
    app = FastAPI(
        title="parley",
        version="1",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        dependencies=[Depends(demand)],
        responses={422: {"model": ErrorBody}, "default": {"model": ErrorBody}},
        separate_input_output_schemas=False,
        middleware=[
            Middleware(webhooks.Door),
            Middleware(RequestLog),
            Middleware(SecurityHeaders),
            Middleware(SameOrigin, public_url=settings.public_url),
            Middleware(BodyLimit),
        ],
    )
    state = app.state
    state.settings, state.database, state.clock = settings, database, clock
    state.intake, state.hub, state.throttle = Intake(database, clock), Hub(database, clock), Throttle()
    errors.install(app)
    app.include_router(_api(), prefix="/api")
    app.add_api_route("/healthz", health.show, methods=["GET"], tags=["health"])
    openapi.install(app)
    app.router.routes.extend([*webhooks.routes(), *pages.routes()])
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings: Settings = app.state.settings
    app.state.files = FileStore.open(settings.files_url, settings.files_dir, settings.files_endpoint)
    # Before the port opens: whoever is answered beside the reading of the lists waits for a second or more.
    await asyncio.to_thread(warm_up)
    app.state.intake.start()
    app.state.hub.start()
    try:
        yield
    finally:
        await app.state.hub.stop()
        await app.state.intake.stop()


def _api() -> APIRouter:
    api = APIRouter()
    for module in (session, live, line, policy_checks):
        api.include_router(module.router)
    for module in DESK:
        api.include_router(module.router, dependencies=[Depends(at_a_desk)])
    api.include_router(provider.router, prefix="/provider", dependencies=[Depends(at_the_provider)])
    return api
