"""All addresses under /control, one noun a file, found by listing ``nouns``."""

import importlib
import ipaddress
import pkgutil
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parley_emulator.control import nouns
from parley_emulator.control.asked import Asked, NotFound
from parley_emulator.platform import Platform

Action = Callable[[Platform, Asked], Awaitable[Any]]
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def control_routes() -> list[Route]:
    """``ROUTES`` of every file: (method, path, function)."""
    found = []
    for info in pkgutil.iter_modules(nouns.__path__):
        module = importlib.import_module(f"{nouns.__name__}.{info.name}")
        for method, path, action in module.ROUTES:
            found.append(Route(f"/control{path}", _endpoint(action), methods=[method]))
    return found


def _endpoint(action: Action) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        if not is_local(request):
            return answer({"error": "The control address answers on this machine only."}, 403)
        platform: Platform = request.app.state.platform
        try:
            result = await action(platform, await Asked.read(request))
        except NotFound as error:
            return answer({"error": str(error)}, 404)
        except ValueError as error:
            return answer({"error": str(error)}, 400)
        return result if isinstance(result, Response) else answer(result)

    return endpoint


def is_local(request: Request) -> bool:
    """From this machine, and not through a page of somebody else's that goes by another name."""
    client = request.client.host if request.client else ""
    name = request.headers.get("host", "").rsplit(":", 1)[0].lower()
    return ipaddress.ip_address(client or "0.0.0.0").is_loopback and name in LOCAL_NAMES  # noqa: S104


def answer(content: Any, status: int = 200) -> Response:
    """JSON."""
    return Response(msgspec.json.encode(content), status, media_type="application/json")
