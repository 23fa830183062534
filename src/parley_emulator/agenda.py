"""What is to happen later, in order of time, on the event loop; everything can be forgotten at once."""

import asyncio
import heapq
import itertools
from collections.abc import Callable


class Agenda:
    """One timer for any number of appointments."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._timer: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def after(self, seconds: float, do: Callable[[], None]) -> None:
        """Do it after that many real seconds."""
        if self._loop is None:
            self._loop = asyncio.get_running_loop()  # asked for once: each time is a call of the system
        due = self._loop.time() + seconds
        heapq.heappush(self._heap, (due, next(self._count), do))
        if self._heap[0][0] >= due:
            self._wake_at(due)

    def clear(self) -> None:
        """Forget all of it."""
        self._heap.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wake_at(self, due: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(due, self._work)

    def _work(self) -> None:
        self._timer = None
        # A little early is fine, and one waking up does for many.
        until = asyncio.get_running_loop().time() + 0.002
        while self._heap and self._heap[0][0] <= until:
            heapq.heappop(self._heap)[2]()
        if self._heap and self._timer is None:
            self._wake_at(self._heap[0][0])
