"""Asks a service over HTTP, at the address that was configured and no other.

Nothing of what it is shown, and not the key, ever reaches a log: a failure is known by its kind.
"""

import asyncio
from dataclasses import dataclass, field

import aiohttp
import msgspec
import structlog

from parley.core.policy.opinions import Failure, Of, Opinion
from parley.opinions.forms import Body, Form, form_named
from parley.opinions.rest import Rest

LARGEST_ANSWER = 1 << 20
TOGETHER = 20
AGAIN_AFTER = 0.2
PASSING = frozenset({429, 502, 503, 504})
# It says so of that one question, and may be well for the next.
OF_THIS_ONE = frozenset({400, 413, 415, 422})
log = structlog.get_logger()


@dataclass(frozen=True)
class Address:
    """Where the service is, how it is asked, and what it lets us in with."""

    url: str
    form: str
    model: str = ""
    key: str = field(default="", repr=False)


class _NoAnswer(Exception):
    def __init__(self, failure: Failure, status: int = 0) -> None:
        super().__init__(failure)
        self.failure = failure
        self.status = status


class Endpoint:
    """One service. Made while a loop runs; closed at the end."""

    def __init__(self, address: Address) -> None:
        self.reader = address.form
        self._address = address
        self._form: Form = form_named(address.form)
        self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=TOGETHER), trust_env=False)
        self._rest = Rest()

    async def close(self) -> None:
        """Close its connections."""
        await self._http.close()

    async def on_text(self, text: str, seconds: float) -> Opinion:
        """What it says of the text, or why it says nothing."""
        return await self._opinion("text", self._form.of_text(self._address.model, text), seconds)

    async def on_file(self, content: bytes, mime_type: str, seconds: float) -> Opinion:
        """What it says of the file, or why it says nothing."""
        body = await asyncio.to_thread(self._form.of_file, self._address.model, content, mime_type)
        if body is None:
            return Opinion("file", self.reader, failed="not_readable")
        return await self._opinion("file", body, seconds)

    async def _opinion(self, of: Of, body: Body, seconds: float) -> Opinion:
        if self._rest.is_on:
            return Opinion(of, self.reader, failed="resting")
        try:
            async with asyncio.timeout(seconds):
                model, hits = self._form.read(await self._posted(body))
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError, _NoAnswer) as error:
            return self._failed(of, error)
        self._rest.answered()
        return Opinion(of, self.reader, model or self._address.model, hits)

    def _failed(self, of: Of, error: Exception) -> Opinion:
        if getattr(error, "status", 0) not in OF_THIS_ONE:
            self._rest.failed()
        failure: Failure = "unreachable"
        match error:
            case _NoAnswer():
                failure = error.failure
            case TimeoutError():
                failure = "timeout"
            case ValueError():
                failure = "nonsense"
        log.warning("opinions.no_answer", of=of, failure=failure, status=getattr(error, "status", 0))
        return Opinion(of, self.reader, failed=failure)

    async def _posted(self, body: Body) -> bytes:
        """Asked twice where that may help: a question changes nothing."""
        try:
            return await self._once(body)
        except (aiohttp.ClientConnectionError, _NoAnswer) as error:
            if isinstance(error, _NoAnswer) and error.status not in PASSING:
                raise
        await asyncio.sleep(AGAIN_AFTER)
        return await self._once(body)

    async def _once(self, body: Body) -> bytes:
        headers = {"Content-Type": "application/json"}
        if self._address.key:
            headers["Authorization"] = f"Bearer {self._address.key}"
        data = msgspec.json.encode(body)
        async with self._http.post(self._address.url, data=data, headers=headers, allow_redirects=False) as answer:
            if answer.status != 200:
                raise _NoAnswer("refused", answer.status)
            return await _all_of(answer)


async def _all_of(answer: aiohttp.ClientResponse) -> bytes:
    found = bytearray()
    async for piece in answer.content.iter_chunked(1 << 16):
        found += piece
        if len(found) > LARGEST_ANSWER:
            raise _NoAnswer("nonsense", answer.status)
    return bytes(found)
