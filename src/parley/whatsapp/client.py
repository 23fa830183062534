"""The platform's Graph API: one pool of connections, tokens never shown, answers as values."""

import asyncio
import hashlib
import hmac
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from parley.whatsapp.doors import DoorClosed, may_be_called
from parley.whatsapp.errors import meaning_of
from parley.whatsapp.usage import Usage

TIMEOUT = aiohttp.ClientTimeout(total=10, connect=5)
FILE_TIMEOUT = aiohttp.ClientTimeout(total=120, connect=5)
LARGEST_FILE = 100 << 20
USER_AGENT = "parley/0.1"
SAFE = frozenset({"GET", "DELETE"})
# The limit of an account's calls is one of managing it; what is sent has the number's own pace instead.
SENDS = ("/messages", "/marketing_messages")
MOST_TRIES = 4
FIRST_WAIT, LONGEST_WAIT = 0.2, 30.0  # seconds between two tries; each is three times the one before


@dataclass(frozen=True)
class NumberAccess:
    """A number and the token that may use it."""

    number_id: str
    access_token: str = field(repr=False)
    account_id: str = ""


class GraphError(Exception):
    """The platform refused; ``code`` as documented, 0 where the answer had none."""

    def __init__(
        self, status: int, code: int, message: str, detail: str = "", *, answer: dict[str, Any] | None = None
    ) -> None:
        super().__init__(f"{status} ({code}) {message}")
        self.status = status
        self.code = code
        self.message = message
        self.detail = detail
        self.answer = answer or {}
        error = self.answer.get("error")
        error = error if isinstance(error, dict) else {}
        self.subcode = _number(error.get("error_subcode"))
        self.trace_id = str(error.get("fbtrace_id") or "")
        self.transient = error.get("is_transient") is True
        self.retry_after = 0.0

    @property
    def retriable(self) -> bool:
        """Whether the same request may succeed later."""
        return meaning_of(self.code, self.status, transient=self.transient).retriable


class GraphSession:
    """One for each process: a pool of connections for each business account, so that none waits for another's."""

    def __init__(self, http: aiohttp.ClientSession, base: str, app_secret: str) -> None:
        self._http = http
        self.usage = Usage()
        self._base = base
        self._app_secret = app_secret
        self._pools: dict[str, aiohttp.ClientSession] = {}

    def __repr__(self) -> str:
        return f"GraphSession({self._base!r})"

    @classmethod
    async def open(cls, graph_url: str, version: str, app_secret: str) -> "GraphSession":
        """Make the pool; no connection is made yet. Every call proves with the app's secret that it is the app's."""
        return cls(_pool(200), f"{graph_url.rstrip('/')}/{version}", app_secret)

    async def close(self) -> None:
        """Close all connections."""
        for http in (self._http, *self._pools.values()):
            await http.close()

    def _pool(self, access: NumberAccess) -> aiohttp.ClientSession:
        """The connections of its business account."""
        if not access.account_id:
            return self._http
        if access.account_id not in self._pools:
            self._pools[access.account_id] = _pool(100)
        return self._pools[access.account_id]

    async def call(
        self, method: str, path: str, access: NumberAccess, *, repeatable: bool | None = None, **request: Any
    ) -> dict[str, Any]:
        """One call. Raises GraphError for a refusal, ``aiohttp.ClientError`` or TimeoutError without an answer.

        Raises DoorClosed, before anything is asked, for what may reach a person.

        What changes nothing when it is done twice is repeated where that may help: reading, deleting, and what the
        caller says is ``repeatable``. A send never is.
        """
        if not may_be_called(method, path):
            raise DoorClosed(method, path)
        safe = method in SAFE if repeatable is None else repeatable
        for tried in range(1, MOST_TRIES + 1):
            try:
                return await self.unguarded(method, path, access, **request)
            except (GraphError, aiohttp.ClientError, TimeoutError) as error:
                again = safe and tried < MOST_TRIES and (not isinstance(error, GraphError) or error.retriable)
                wait = max(FIRST_WAIT * 3.0 ** (tried - 1), getattr(error, "retry_after", 0.0))
                if not again or wait > LONGEST_WAIT:
                    raise
            await asyncio.sleep(wait)
        raise AssertionError("unreachable")

    async def unguarded(self, method: str, path: str, access: NumberAccess, **request: Any) -> dict[str, Any]:
        """One call through any door, once: for the wire, which takes only what the gate has cleared."""
        held_until = self.usage.held_until(access.account_id)
        if held_until > time.monotonic() and not path.endswith(SENDS):
            raise GraphError(429, 80007, "the limit of requests of the business account is reached")
        headers = {"Authorization": f"Bearer {access.access_token}", **request.get("headers", {})}
        params = dict(request.get("params") or {}) | {"appsecret_proof": proof(access.access_token, self._app_secret)}
        whole = {**request, "headers": headers, "params": params}
        async with self._pool(access).request(method, f"{self._base}/{path}", **whole) as response:
            self.usage.read(response.headers, time.monotonic())
            try:
                return await answer_of(response)
            except GraphError as error:
                error.retry_after = _seconds(response.headers.get("Retry-After"))
                raise

    def fetch(self, url: str, access: NumberAccess) -> Any:
        """Read an address that the platform gave, for ``async with``."""
        headers = {"Authorization": f"Bearer {access.access_token}"}
        return self._pool(access).get(url, headers=headers, timeout=FILE_TIMEOUT)


def proof(token: str, app_secret: str) -> str:
    """That a call with this token comes from the app that it was given to."""
    return hmac.new(app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()


def _pool(size: int) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(limit=size, keepalive_timeout=30)
    return aiohttp.ClientSession(connector=connector, timeout=TIMEOUT, headers={"User-Agent": USER_AGENT})


def _seconds(told: str | None) -> float:
    try:
        return max(float(told or 0), 0.0)
    except ValueError:  # a date: the pauses of our own are enough
        return 0.0


def _number(told: Any) -> int:
    try:
        return int(told or 0)
    except (TypeError, ValueError):
        return 0


async def answer_of(response: aiohttp.ClientResponse) -> dict[str, Any]:
    """The answer's JSON object. Raises GraphError for any refusal."""
    try:
        answer = await response.json(content_type=None)
    except ValueError:
        answer = None
    if response.status < 400 and isinstance(answer, dict):
        return answer
    error = answer.get("error") if isinstance(answer, dict) else None
    error = error if isinstance(error, dict) else {}
    data = error.get("error_data")
    detail = str(data.get("details") or "") if isinstance(data, dict) else ""
    whole = answer if isinstance(answer, dict) else None
    message = str(error.get("message") or "no JSON")
    raise GraphError(response.status, _number(error.get("code")), message, detail, answer=whole)


async def upload_media(
    session: GraphSession, access: NumberAccess, content: bytes, mime_type: str, filename: str
) -> str:
    """The platform's id of the file, valid for 30 days."""
    form = aiohttp.FormData()
    form.add_field("messaging_product", "whatsapp")
    form.add_field("type", mime_type)
    form.add_field("file", content, filename=filename or "file", content_type=mime_type)
    answer = await session.call("POST", f"{access.number_id}/media", access, data=form, timeout=FILE_TIMEOUT)
    return str(answer["id"])


class FileTooLarge(Exception):
    """The file has more bytes than are taken."""


async def download_media(
    session: GraphSession, access: NumberAccess, media_id: str, to: Path, most: int = LARGEST_FILE
) -> str:
    """Write it to ``to``, piece by piece; the type that it is labelled with. Raises GraphError, FileTooLarge.

    The address it is fetched from is valid for five minutes.
    """
    described = await session.call("GET", media_id, access)
    async with session.fetch(str(described["url"]), access) as response:
        if response.status >= 400:
            raise GraphError(response.status, 131052, "the file could not be fetched")
        got = 0
        with to.open("wb") as file:
            async for chunk in response.content.iter_chunked(1 << 16):
                got += len(chunk)
                if got > most:
                    raise FileTooLarge(f"the file is larger than {most} bytes")
                file.write(chunk)
    return str(described.get("mime_type") or "application/octet-stream")
