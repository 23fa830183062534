"""From an HTTP request to an edge and back: versions, faults, tokens, nodes, and errors as the platform words them."""

import asyncio
import logging
from functools import lru_cache
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from parley_emulator.connection import hang_up
from parley_emulator.control.faults import Fault
from parley_emulator.graph.access import find_node, numbers_of
from parley_emulator.graph.call import read_call
from parley_emulator.graph.counting import count_call
from parley_emulator.graph.edges import EDGE_NAMES, EDGES, ROOTS
from parley_emulator.graph.refusal import Refusal, unknown_object
from parley_emulator.graph.versions import HEADER, NEWEST, version_of
from parley_emulator.platform import Platform

LOG = logging.getLogger(__name__)
JSON_TYPE = "application/json; charset=UTF-8"


class Graph:
    """An ASGI application for everything that is not another part's path."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call, unless a fault takes the answer away."""
        request = Request(scope, receive)
        version, node, edge = "", "", ""
        try:
            version, node, edge, rest = split_path(scope["path"], scope["method"])
            fault = self._platform.faults.strike(edge or "node", node)
            if fault is not None and await _strikes(fault, scope, receive, send):
                return
            answer = await self._answer(request, version, node, edge, rest)
        except Refusal as refusal:
            answer = _json(refusal.envelope(), refusal.status)
        except Exception:
            LOG.exception("A call to /%s/%s could not be understood", node, edge)
            unclear = Refusal(1, "The request is malformed in a way that has no better code.")
            answer = _json(unclear.envelope(), unclear.status)
        else:
            if fault is not None and fault.drop_answer:
                await hang_up(scope, receive)
                return
        answer.headers[HEADER] = version or f"v{NEWEST}.0"
        await answer(scope, receive, send)

    async def _answer(self, request: Request, version: str, node: str, edge: str, rest: str) -> Response:
        call = await read_call(request, node, edge)
        call.rest, call.version = rest, version
        if not getattr(ROOTS.get(node), "OPEN", False):
            call.numbers = numbers_of(self._platform, call.token)
        kind, found = ("root", node) if node in ROOTS else find_node(self._platform, call)
        counted = count_call(self._platform, call, kind, found)
        module = ROOTS.get(node) if kind == "root" else EDGES.get((kind, edge))
        function = getattr(module, call.method.lower(), None) if module else None
        if function is None or (rest and not getattr(module, "REST", False)):
            raise unknown_object(call.method, node)
        if call.method == "GET" and (shape := getattr(module, "SHAPE", None)):
            shape.check(call.param("fields"))
        answer = await function(self._platform, call, found)
        return answer if isinstance(answer, Response) else _json(answer, headers=counted)


@lru_cache(maxsize=4096)
def split_path(path: str, method: str) -> tuple[str, str, str, str]:
    """(version, node, edge, rest); a slash at the end does not matter. Raises Refusal."""
    parts = [part for part in path.split("/") if part]
    version = version_of(parts[0]) if parts else None
    if version is not None:
        parts = parts[1:]
    if parts and "/".join(parts) in ROOTS:
        return version or "", "/".join(parts), "", ""
    if not parts or len(parts) > 4 or (len(parts) > 1 and parts[1] not in EDGE_NAMES):
        raise unknown_object(method, parts[0] if parts else "")
    node, edge = (*parts, "")[:2]
    return version or "", node, edge, "/".join(parts[2:])


async def _strikes(fault: Fault, scope: Scope, receive: Receive, send: Send) -> bool:
    """Whether the fault took the place of the call."""
    if fault.timeout is not None:
        await asyncio.sleep(fault.timeout)
        await hang_up(scope, receive)
        return True
    if fault.code is not None:
        raise Refusal(fault.code, fault.details or "A fault asked for by the tester.")
    if fault.http_status is not None:
        page = f"<html><body><h1>{fault.http_status}</h1></body></html>"
        await Response(page, fault.http_status, media_type="text/html")(scope, receive, send)
        return True
    return False


def _json(content: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(content), status, headers, media_type=JSON_TYPE)
