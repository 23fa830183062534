import asyncio
import hashlib
import hmac
import json
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from parley.api import webhooks
from parley.api.intake import Intake
from parley.clock import Clock
from parley.settings import Settings
from parley.storage.database import Database
from tests.conftest import NOW

NUMBER = "100"


@dataclass
class Endpoint:
    """The webhook endpoint over real HTTP, with the means to sign for it."""

    url: str
    http: aiohttp.ClientSession
    secret: str

    async def post(self, body: Any, *, sign: Callable[[bytes], str] | None = None) -> int:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        signature = (sign or self.signature)(raw)
        headers = {"content-type": "application/json"} | ({"x-hub-signature-256": signature} if signature else {})
        async with self.http.post(self.url, data=raw, headers=headers) as response:
            return response.status

    def signature(self, raw: bytes) -> str:
        return "sha256=" + hmac.new(self.secret.encode(), raw, hashlib.sha256).hexdigest()


@pytest.fixture
async def number(database: Database, tenant: UUID) -> str:
    """The Client's number."""
    async with database.transaction(tenant) as db:
        await db.execute(
            """INSERT INTO number (tenant_id, number_id, account_id, display_phone_number, display_name, access_token,
                                   profile, profile_confirmed_at, created_at)
               VALUES (%s, %s, '200', '+44 20 7946 0100', 'Northbank', %s, %s, %s, %s)""",
            [tenant, NUMBER, b"sealed", '{"support_contact": "Care", "email": "care@northbank.example"}', NOW, NOW],
        )
    return NUMBER


@pytest.fixture
async def endpoint(database: Database, settings: Settings, number: str) -> AsyncIterator[Endpoint]:
    """The endpoint on a free port."""
    app = Starlette(routes=webhooks.routes(), middleware=[Middleware(webhooks.Door)])
    app.state.settings = settings
    app.state.intake = Intake(database, Clock())
    app.state.intake.start()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/webhooks/whatsapp"
    async with aiohttp.ClientSession() as http:
        yield Endpoint(url, http, settings.app_secret)
    server.should_exit = True
    await serving
    await app.state.intake.stop()
