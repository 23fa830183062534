"""Where the platform reports: signature, one durable insert, 200. Everything else happens later.

This is the one place where the framework's time would be the limit, so reports are taken at a door before it: no
routing, no request object, no middleware.
"""

import hashlib
import hmac

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from parley.api.intake import Intake
from parley.core.policy.redaction import redact
from parley.whatsapp.webhook import BrokenBody, Event, events_in, is_signed

PATH = "/webhooks/whatsapp"
LARGEST_BODY = 3 << 20
LARGEST_KEPT = 64 << 10
SIGNATURE = b"x-hub-signature-256"
TEXT = (b"content-type", b"text/plain; charset=utf-8")
log = structlog.get_logger()


def routes() -> list[Route]:
    """GET answers the platform's handshake; POST is taken at the door."""
    return [Route(PATH, handshake, methods=["GET"])]


async def handshake(request: Request) -> Response:
    """Echo the challenge to who knows the verify token."""
    asked = request.query_params
    known = request.app.state.settings.verify_token
    if asked.get("hub.mode") == "subscribe" and _same(asked.get("hub.verify_token", ""), known):
        return PlainTextResponse(asked.get("hub.challenge", ""))
    return PlainTextResponse("The verify token is not the one set here.", 403)


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())


class Door:
    """Takes the platform's reports and lets everything else through; the outermost of the application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 - ASGI's own name
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        status, words = await _take(scope, receive)
        headers = [(b"content-length", str(len(words)).encode()), TEXT]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": words})


async def _take(scope: Scope, receive: Receive) -> tuple[int, bytes]:
    """The answer. 401: not signed by the app's secret, nothing is kept. 503: try again."""
    body = await _body(scope, receive)
    if body is None:
        return 413, b"A webhook has at most 3 MB."
    state = scope["app"].state
    if not is_signed(body, _header(scope, SIGNATURE), state.settings.app_secret):
        return 401, b"The signature is missing or wrong."
    intake: Intake = state.intake
    try:
        await intake.keep(_read(body))
    except Exception as error:  # the platform repeats what was not answered 200, so nothing is lost
        log.error("webhook.not_kept", error=type(error).__name__)
        return 503, b"It could not be kept just now; please repeat it."
    return 200, b""


async def _body(scope: Scope, receive: Receive) -> bytes | None:
    """None if it is too large, said or not said in its length. One that broke off has no valid signature."""
    told = _header(scope, b"content-length") or "0"
    if told.isdigit() and int(told) > LARGEST_BODY:
        return None
    message = await receive()
    if not message.get("more_body"):
        return bytes(message.get("body", b""))
    parts, size = [message.get("body", b"")], len(message.get("body", b""))
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY:
            return None
    return b"".join(parts)


def _header(scope: Scope, wanted: bytes) -> str | None:
    for name, value in scope["headers"]:
        if name == wanted:
            return str(value, "latin-1")
    return None


def _read(body: bytes) -> list[Event]:
    try:
        return events_in(body)
    except BrokenBody as error:
        return [_broken(body, str(error))]


def _broken(body: bytes, reason: str) -> Event:
    raw = redact(body[:LARGEST_KEPT].decode("utf-8", "replace").replace("\x00", "�"))[0]
    key = f"o:{hashlib.sha256(body).hexdigest()}"
    return Event("", "other", key, "broken", {"raw": raw, "reason": reason})
