"""One call inside another: it goes the whole way that a request of its own would go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from starlette.types import ASGIApp, Message, Scope

from parley_emulator.connection import KEY


@dataclass(frozen=True)
class Asked:
    """``address``: path and query."""

    method: str
    address: str
    headers: Sequence[tuple[bytes, bytes]]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """As it would have gone over the wire."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def is_good(self) -> bool:
        """Anything but a refusal."""
        return self.status < 400

    def content(self) -> Any:
        """What its JSON says, None for what is none."""
        try:
            return msgspec.json.decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None


class _NoWire:
    """In the place of the connection: a call that a tester lets hang has no answer, the others keep theirs."""

    def abort(self) -> None:
        """Nothing to close."""


async def ask(app: ASGIApp, outer: Scope, asked: Asked) -> Answer | None:
    """None where no answer came."""
    parts = urlsplit(asked.address)
    scope = {
        **outer,
        "method": asked.method,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "query_string": parts.query.encode(),
        "headers": list(asked.headers),
        KEY: _NoWire(),
    }
    sent: list[Message] = []
    waiting: list[Message] = [{"type": "http.request", "body": asked.body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return _answer(sent)


def _answer(sent: list[Message]) -> Answer | None:
    if not sent:
        return None
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in sent[0].get("headers", ())]
    return Answer(sent[0]["status"], headers, b"".join(each.get("body", b"") for each in sent[1:]))
