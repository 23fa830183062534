"""What is to happen at a time of the platform's clock, which may be moved: then all that is due happens at once."""

import asyncio
import heapq
import itertools
from collections.abc import Callable

from parley_emulator.clock import Clock


class Diary:
    """Entries in order of their time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._heap: list[tuple[float, int, Callable[[], None]]] = []
        self._count = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    def at(self, when: float, do: Callable[[], None]) -> None:
        """Do it when the platform's clock shows that."""
        heapq.heappush(self._heap, (when, next(self._count), do))
        if self._heap[0][0] >= when:
            self._wait()

    def clock_moved(self) -> None:
        """Do what is due by now."""
        self._work()

    def clear(self) -> None:
        """Forget all of it."""
        self._heap.clear()
        self._stop()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wait(self) -> None:
        self._stop()
        if self._heap:
            gap = max(self._heap[0][0] - self._clock.now(), 0.0)
            self._timer = asyncio.get_running_loop().call_later(gap, self._work)

    def _work(self) -> None:
        now = self._clock.now() + 0.002
        due = []
        while self._heap and self._heap[0][0] <= now:
            due.append(heapq.heappop(self._heap)[2])
        for do in due:
            do()
        self._wait()
