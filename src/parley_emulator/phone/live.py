"""Tells open phones what changed."""

import asyncio
from typing import Any


class Live:
    """Phones listen by customer; nobody has to."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[asyncio.Queue[dict[str, Any] | None]]] = {}

    def listen(self, wa_id: str) -> "asyncio.Queue[dict[str, Any] | None]":
        """A queue of changes; None ends it."""
        queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue(1000)
        self._listeners.setdefault(wa_id, set()).add(queue)
        return queue

    def leave(self, wa_id: str, queue: "asyncio.Queue[dict[str, Any] | None]") -> None:
        """No longer."""
        listeners = self._listeners.get(wa_id, set())
        listeners.discard(queue)
        if not listeners:
            self._listeners.pop(wa_id, None)

    def tell(self, wa_id: str, number_id: str, kind: str) -> None:
        """Something of that kind happened in that chat."""
        for queue in self._listeners.get(wa_id, ()):
            _put(queue, {"phone_number_id": number_id, "kind": kind})

    def tell_all(self, kind: str) -> None:
        """Something happened for everybody."""
        for wa_id in list(self._listeners):
            self.tell(wa_id, "", kind)

    def close(self) -> None:
        """Hang up."""
        for listeners in self._listeners.values():
            for queue in listeners:
                _put(queue, None)


def _put(queue: "asyncio.Queue[dict[str, Any] | None]", change: dict[str, Any] | None) -> None:
    # A phone that does not listen for a thousand changes asks again for everything with the next one it gets.
    if queue.full():
        queue.get_nowait()
    queue.put_nowait(change)
