"""A moderation service on this machine that answers as documented, or misbehaves as told."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

KEY = "sk-not-to-be-shown"


def moderated(**scores: float) -> dict[str, Any]:
    """As the documentation of the moderation endpoint shows it; names with ``/`` are written with ``__``."""
    named = {name.replace("__", "/").replace("_", "-"): score for name, score in scores.items()}
    usual = {"sexual": 0.0001, "harassment": 0.002, "violence": 0.0003} | named
    result = {
        "flagged": any(score > 0.5 for score in usual.values()),
        "categories": {name: score > 0.5 for name, score in usual.items()},
        "category_scores": usual,
        "category_applied_input_types": {name: ["text"] for name in usual},
    }
    return {"id": "modr-1", "model": "omni-moderation-2024-09-26", "results": [result]}


@dataclass
class StandIn:
    """``answer``: what it says next, by what it was asked; ``asked``: every question so far; ``came``: one did."""

    url: str = ""
    answer: Callable[[dict[str, Any]], Any] = field(default=lambda _: moderated())
    status: int = 200
    delay: float = 0.0
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(json.loads(await request.read()))
        self.keys.append(request.headers.get("Authorization", ""))
        self.came.set()
        await asyncio.sleep(self.delay)
        if self.status == 307:
            raise web.HTTPTemporaryRedirect("/elsewhere")
        said = self.answer(self.asked[-1])
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        return web.Response(body=body, status=self.status, content_type="application/json")


@asynccontextmanager
async def a_service() -> AsyncIterator[StandIn]:
    service = StandIn()
    app = web.Application(client_max_size=64 << 20)
    app.router.add_post("/v1/moderations", service.handle)
    app.router.add_post("/elsewhere", service.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    service.url = f"http://{host}:{port}/v1/moderations"
    try:
        yield service
    finally:
        await runner.cleanup()
