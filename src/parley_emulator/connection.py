"""The wire under HTTP: an answer goes out in one piece, and there are times when none must come."""

import asyncio
from typing import Any

from starlette.types import Receive, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

KEY = "parley.transport"


class Protocol(HttpToolsProtocol):
    """Uvicorn's, which also shows the application its connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A client is there."""
        super().connection_made(Whole(transport, self.loop))  # type: ignore[arg-type]

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        scope: dict[str, Any] = self.scope  # type: ignore[assignment]
        scope[KEY] = self.transport


class Whole:
    """A transport that writes at the end of a turn of the loop: an answer's head and body are one packet, not two."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._parts: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Soon."""
        if not self._parts:
            self._loop.call_soon(self._flush)
        self._parts.append(data)

    def close(self) -> None:
        """After what was written."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        parts, self._parts = self._parts, []
        if parts and not self._transport.is_closing():
            self._transport.write(b"".join(parts))


async def hang_up(scope: Scope, receive: Receive) -> None:
    """Close the connection without an answer."""
    scope[KEY].abort()
    while (await receive())["type"] != "http.disconnect":
        pass
