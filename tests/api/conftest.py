"""The application on a real socket, and people with a browser."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import uvicorn
from fastapi import FastAPI

from parley.api.app import create_app
from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from tests.api.world import PASSWORD, Business, a_client, a_provider


@dataclass
class Answer:
    """Status, body as JSON where it is, and headers."""

    status: int
    body: Any
    headers: Any


@dataclass
class Browser:
    """Somebody's browser: it keeps its cookie."""

    session: aiohttp.ClientSession
    url: str

    async def ask(self, method: str, path: str, body: Any = None, **more: Any) -> Answer:
        if body is not None:
            more["json"] = body
        async with self.session.request(method, self.url + path, **more) as response:
            raw = await response.read()
            is_json = raw and response.content_type == "application/json"
            return Answer(response.status, json.loads(raw) if is_json else raw, response.headers)

    async def get(self, path: str, **more: Any) -> Answer:
        return await self.ask("GET", path, **more)

    async def post(self, path: str, body: Any = None, **more: Any) -> Answer:
        return await self.ask("POST", path, body, **more)

    async def log_in(self, email: str, password: str = PASSWORD) -> Answer:
        return await self.post("/api/session", {"email": email, "password": password})


@dataclass
class Desk(Browser):
    """A browser of somebody who is logged in, with the shortest way to their conversation."""

    async def get_conversation(self, conversation_id: object) -> Any:
        return (await self.get(f"/api/conversations/{conversation_id}")).body

    async def say(self, conversation: Any, text: str = "Hello", key: str = "k1", version: int | None = None) -> Answer:
        seen = conversation.owner_version if version is None else version
        body = {"content": {"type": "text", "body": text}, "owner_version": seen, "idempotency_key": key}
        return await self.post(f"/api/conversations/{conversation.conversation_id}/messages", body)


@pytest.fixture
async def clock_file(tmp_path: Path) -> Path:
    return tmp_path / "clock"


@pytest.fixture
async def app(settings: Settings, database: Database, clock_file: Path) -> FastAPI:
    return create_app(settings, database, Clock(clock_file))


@asynccontextmanager
async def running(app: Any) -> AsyncIterator[str]:
    """The address of an application on a real socket."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", timeout_graceful_shutdown=1, ws="none")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 - it has no event to wait for
        await asyncio.sleep(0.005)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await serving


@pytest.fixture
async def url(app: FastAPI) -> AsyncIterator[str]:
    """The address of the running application, which hears the database's notices."""
    async with running(app) as address:
        await app.state.hub.hears.wait()
        yield address


@pytest.fixture
async def visit(url: str) -> AsyncIterator[Callable[[], Browser]]:
    """A new browser without a cookie."""
    opened: list[aiohttp.ClientSession] = []

    def new() -> Browser:
        opened.append(aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)))
        return Browser(opened[-1], url)

    yield new
    for session in opened:
        await session.close()


LogIn = Callable[[Business, str], Awaitable[Desk]]


@pytest.fixture
async def log_in(visit: Callable[[], Browser]) -> LogIn:
    """``await log_in(bank, "ann")``."""

    async def enter(business: Business, name: str) -> Desk:
        browser = visit()
        answer = await browser.log_in(business.email(name))
        assert answer.status == 201, answer.body
        return Desk(browser.session, browser.url)

    return enter


@pytest.fixture
async def prov(database: Database) -> Business:
    return await a_provider(database, "prov")


@pytest.fixture
async def bank(database: Database, prov: Business) -> Business:
    return await a_client(database, prov.tenant_id, "bank")


@pytest.fixture
async def rival(database: Database, prov: Business) -> Business:
    """Another Client of the same provider."""
    return await a_client(database, prov.tenant_id, "rival")


@pytest.fixture
async def ann(bank: Business, log_in: LogIn) -> Desk:
    return await log_in(bank, "ann")
