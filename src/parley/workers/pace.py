"""How fast a number may send: the platform's limit, never passed (cloud API, throughput).

The platform counts a message at some moment between our sending it and hearing its answer. So each takes a place when
it leaves and gives it back one second after its answer: then no second of the platform's has more than there are
places, however the network bunches them. What the number receives takes places as well; the platform counts it a
little before we hear of it, so that a sudden rush of customers may still cost a refusal, after which we pause.

Claiming and deciding take time too. So that no place stands empty meanwhile, a few more are claimed than may leave,
and wait at the door: a twentieth of a second's worth, and no decision is older than that when its message leaves.
"""

import asyncio
from collections import deque
from time import monotonic

SECOND = 1.005  # and a little, for clocks that tick differently
LOOK = 0.002  # seconds between two looks at least


class Pace:
    """``claim(n)`` answers how many of n may be claimed; each of them must ``leave`` and be ``answered``, or be
    given back."""

    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self._claimed = 0
        self._under_way = 0
        self._answers: deque[float] = deque()
        self._not_before = 0.0
        self._door = asyncio.Lock()

    def claim(self, wanted: int) -> int:
        """Between 0 and ``wanted``: near the limit rather none than very few."""
        few = self.per_second // 20
        given = min(wanted, self.per_second, self.free() + few - self._claimed)
        if monotonic() < self._not_before or given < max(1, min(wanted, few)):
            return 0
        self._claimed += given
        return given

    def give_back(self, unused: int) -> None:
        """What was claimed and will not leave."""
        self._claimed -= unused

    async def leave(self, count: int) -> None:
        """Wait until so many of the claimed may leave; whoever came first leaves first."""
        async with self._door:
            wait = self._wait_for(count)
            while wait:
                await asyncio.sleep(wait)
                wait = self._wait_for(count)
            self._claimed -= count
            self._under_way += count

    def answered(self) -> None:
        """One came back, or will not: its place is free in a second."""
        self._under_way -= 1
        self._answers.append(monotonic())

    def received(self, count: int) -> None:
        """So many came in just now: their places are free in a second."""
        self._answers.extend([monotonic()] * min(count, self.per_second))

    def pause(self, seconds: float) -> None:
        """The platform says it was too fast all the same: nothing for a while."""
        self._not_before = monotonic() + seconds

    def free(self) -> int:
        """How many places nobody has just now."""
        over = monotonic() - SECOND
        while self._answers and self._answers[0] <= over:
            self._answers.popleft()
        return self.per_second - self._under_way - len(self._answers)

    def _wait_for(self, count: int) -> float:
        """Seconds until it is worth looking again whether so many may leave; 0 when they may."""
        now = monotonic()
        missing = count - self.free()
        if now < self._not_before:
            return max(self._not_before - now, LOOK)
        if missing <= 0:
            return 0.0
        known = missing <= len(self._answers)  # the others' answers have not come yet
        return max(self._answers[missing - 1] + SECOND - now, LOOK) if known else LOOK
