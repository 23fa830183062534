"""What stands before every route: body limits, foreign origins, security headers, one log line for each request."""

from time import perf_counter
from urllib.parse import urlsplit
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from parley.api.errors import TooLarge, answer
from parley.core.errors import Forbidden
from parley.core.messages.media import LARGEST

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_JSON = 256 << 10
LARGEST_UPLOAD = max(LARGEST.values()) + (64 << 10)  # the largest file, and the form around it
# Mantine writes its variables into <style> elements; scripts come from us only.
PAGE_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    # Nobody who opens our pages holds on to them; the sign-up dialogue that we open may tell us how it ended.
    "cross-origin-opener-policy": "same-origin-allow-popups",
    "permissions-policy": "camera=(), geolocation=(), payment=()",
}
log = structlog.get_logger()


class SecurityHeaders:
    """On every answer, unless the route has set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own name
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api"):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)


class RequestLog:
    """Method, the route's own path, status, time: never a query, a body, a token or a telephone number."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own name
        if scope["type"] != "http" or not scope["path"].startswith("/api"):
            await self.app(scope, receive, send)
            return
        started, status = perf_counter(), 500
        request_id = uuid4().hex[:12]

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["x-request-id"] = request_id
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            caller = scope.get("state", {}).get("caller")
            log.info(
                "request",
                id=request_id,
                method=scope["method"],
                route=_pattern(scope),
                status=status,
                ms=round((perf_counter() - started) * 1000, 1),
                account_id=str(caller.account_id) if caller else None,
            )


def _pattern(scope: Scope) -> str:
    """The path with names in the place of ids; of an address that is not ours nothing is kept."""
    path: str = scope["path"]
    if "route" not in scope or scope.get("path_params", {}).get("path") is not None:
        return "unknown"
    for name, value in scope.get("path_params", {}).items():
        path = path.replace(str(value), f"{{{name}}}")
    return path


class SameOrigin:
    """A page of somebody else may not write here, whatever cookie the browser would send along."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app = app
        self._public = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own name
        guarded = scope["type"] == "http" and scope["path"].startswith("/api") and scope["method"] not in SAFE
        if guarded and self._is_foreign(Headers(scope=scope)):
            error = Forbidden("The request came from the page of another site.")
            error.next_step = "Use the desk's own page."
            await answer(error)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_foreign(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        if site in ("same-origin", "none"):  # the browser's own word, which no page can set
            return False
        if site == "cross-site":
            return True
        origin = headers.get("origin")
        return origin is not None and urlsplit(origin).netloc not in (headers.get("host"), self._public or None)


class BodyLimit:
    """Stops reading where a body grows too large, said or not said in its length."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own name
        if scope["type"] != "http" or not scope["path"].startswith("/api"):
            await self.app(scope, receive, send)
            return
        most = LARGEST_UPLOAD if scope["path"] == "/api/media" else LARGEST_JSON
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdigit() or int(told) > most:
            await answer(TooLarge(most))(scope, receive, send)
            return
        taken, over = 0, False

        async def counting() -> Message:
            nonlocal taken, over
            message = await receive()
            taken += len(message.get("body", b""))
            over = over or taken > most
            if over:
                raise TooLarge(most)
            return message

        async def unless_over(message: Message) -> None:
            """Whatever the framework makes of a body that broke off, the caller hears the reason."""
            if not over:
                await send(message)
            elif message["type"] == "http.response.start":
                await answer(TooLarge(most))(scope, receive, send)

        await self.app(scope, counting, unless_over)
