"""In front of the Graph API: requests that are several calls in one. All others are passed on as they are."""

from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from parley_emulator.graph.call import read_call
from parley_emulator.graph.edges import EDGE_NAMES
from parley_emulator.graph.refusal import Refusal, unknown_object
from parley_emulator.graph.router import JSON_TYPE
from parley_emulator.graph.several.batch import Batch
from parley_emulator.graph.several.ids import answer_each
from parley_emulator.graph.several.inner import Answer
from parley_emulator.graph.versions import HEADER, NEWEST, version_of

INSIDE = "parley.batch"


class Front:
    """An ASGI application. ``graph`` answers single calls."""

    def __init__(self, graph: ASGIApp) -> None:
        self._graph = graph

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A batch to the root or to ``me``, ``ids`` to the root or to an edge's name alone."""
        asks_for_ids = scope["method"] == "GET" and b"ids=" in scope["query_string"]
        if not asks_for_ids and (scope["method"] != "POST" or scope["path"].count("/") > 2):
            await self._graph(scope, receive, send)
            return
        parts = [part for part in scope["path"].split("/") if part]
        try:
            version = (version_of(parts[0]) if parts else None) or ""
            alone = "/".join(parts[1:] if version else parts)
            if asks_for_ids and alone in {"", *EDGE_NAMES} and _names_ids(scope):
                answer = _answer(await answer_each(self._graph, scope, version, alone))
            elif not asks_for_ids and alone in {"", "me"}:
                answer = _answer(await self._batch(scope, receive, version))
            else:
                await self._graph(scope, receive, send)
                return
        except Refusal as refusal:
            answer = _answer(refusal.envelope(), refusal.status)
            version = ""
        answer.headers[HEADER] = version or f"v{NEWEST}.0"
        await answer(scope, receive, send)

    async def _batch(self, scope: Scope, receive: Receive, version: str) -> list[dict[str, Any] | None]:
        call = await read_call(Request(scope, receive), "", "")
        call.version = version
        if "batch" not in call.body or INSIDE in scope:
            raise unknown_object("POST", "")
        return await Batch(self, {**scope, INSIDE: True}, call).answer()


def _names_ids(scope: Scope) -> bool:
    return any(name == "ids" for name, _ in parse_qsl(scope["query_string"].decode("latin-1")))


def _answer(content: Any, status: int = 200) -> Response:
    if isinstance(content, Answer):
        return Response(content.body, content.status, media_type=JSON_TYPE)
    return Response(msgspec.json.encode(content), status, media_type=JSON_TYPE)
