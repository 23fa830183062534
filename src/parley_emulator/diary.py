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
        self._rounds: list[tuple[float, Callable[[], None]]] = []
        self._life = 0
        self._seen = 0.0

    def at(self, when: float, do: Callable[[], None]) -> None:
        """Do it when the platform's clock shows that."""
        heapq.heappush(self._heap, (when, next(self._count), do))
        if self._heap[0][0] >= when:
            self._wait()

    def every(self, seconds: float, do: Callable[[], None]) -> None:
        """Do it again and again, once however far the clock was moved on, and in time when it was moved back."""
        self._rounds.append((seconds, do))
        self._plan(len(self._rounds) - 1, self._life)

    def clock_moved(self) -> None:
        """Do what is due by now."""
        now = self._clock.now()
        if now < self._seen:
            self._life += 1
            for index in range(len(self._rounds)):
                self._plan(index, self._life)
        self._work()

    def clear(self) -> None:
        """Forget all of it."""
        self._heap.clear()
        self._rounds.clear()
        self._stop()

    def _plan(self, index: int, life: int) -> None:
        seconds, _ = self._rounds[index]
        self.at(self._clock.now() + seconds, lambda: self._go_round(index, life))

    def _go_round(self, index: int, life: int) -> None:
        if life == self._life and index < len(self._rounds):
            self._plan(index, life)
            self._rounds[index][1]()

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
        self._seen = self._clock.now()
        now = self._seen + 0.002
        due = []
        while self._heap and self._heap[0][0] <= now:
            due.append(heapq.heappop(self._heap)[2])
        for do in due:
            do()
        self._wait()
