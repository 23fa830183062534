"""How fast a number may send: the platform's limit as a bucket that fills by the second (cloud API, throughput)."""

from time import monotonic


class Pace:
    """``take(n)`` answers how many of n may leave now. Holds at most half a second's worth, so bursts stay small."""

    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self._room = max(1.0, per_second / 2)
        self._at = monotonic()

    def take(self, wanted: int) -> int:
        """Between 0 and ``wanted``."""
        now = monotonic()
        self._room = min(max(1.0, self.per_second / 2), self._room + (now - self._at) * self.per_second)
        self._at = now
        given = min(wanted, int(self._room))
        self._room -= given
        return given

    def give_back(self, unused: int) -> None:
        """What was taken and not needed."""
        self._room += unused

    def pause(self, seconds: float) -> None:
        """The platform says it was too fast: nothing for a while."""
        self._room = -seconds * self.per_second
