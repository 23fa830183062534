"""How fast a number may send: the platform's limit, never passed (cloud API, throughput).

The platform counts a message at some moment between our sending it and hearing its answer. So each takes a place when
it leaves and gives it back one second after its answer: then no second of the platform's has more than there are
places, however the network bunches them. What the number receives takes places as well; the platform counts it a
little before we hear of it, so that a sudden rush of customers may still cost a refusal, after which we pause.
"""

from collections import deque
from time import monotonic

SECOND = 1.005  # and a little, for clocks that tick differently


class Pace:
    """``take(n)`` answers how many of n may leave now; each of them must be ``answered`` or given back."""

    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self._under_way = 0
        self._answers: deque[float] = deque()
        self._not_before = 0.0

    def take(self, wanted: int) -> int:
        """Between 0 and ``wanted``: near the limit rather none than very few."""
        now = monotonic()
        if now < self._not_before:
            return 0
        while self._answers and self._answers[0] <= now - SECOND:
            self._answers.popleft()
        given = min(wanted, self.per_second - self._under_way - len(self._answers))
        if given < min(wanted, self.per_second // 20):  # near the limit: wait for enough to be worth a transaction
            return 0
        self._under_way += given
        return given

    def answered(self) -> None:
        """One came back, or will not: its place is free in a second."""
        self._under_way -= 1
        self._answers.append(monotonic())

    def received(self, count: int) -> None:
        """So many came in just now: their places are free in a second."""
        self._answers.extend([monotonic()] * min(count, self.per_second))

    def give_back(self, unused: int) -> None:
        """What was taken and not needed."""
        self._under_way -= unused

    def pause(self, seconds: float) -> None:
        """The platform says it was too fast all the same: nothing for a while."""
        self._not_before = monotonic() + seconds
