"""The wire under HTTP, for the times when an answer must not come."""

from typing import Any

from starlette.types import Receive, Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

KEY = "parley.transport"


class Protocol(HttpToolsProtocol):
    """Uvicorn's, which also shows the application its connection."""

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        scope: dict[str, Any] = self.scope  # type: ignore[assignment]
        scope[KEY] = self.transport


async def hang_up(scope: Scope, receive: Receive) -> None:
    """Close the connection without an answer."""
    scope[KEY].abort()
    while (await receive())["type"] != "http.disconnect":
        pass
