"""What a reader said lately, by the digest of what it was shown: the same text is not shown again within the hour."""

from collections import OrderedDict
from time import monotonic

from parley.core.policy.opinions import Opinion

MOST, SECONDS = 10_000, 3600.0


class Memory:
    """The oldest entry goes first where there are too many."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS) -> None:
        self._most = most
        self._seconds = seconds
        self._kept: OrderedDict[str, tuple[float, Opinion]] = OrderedDict()

    def get(self, digest: str) -> Opinion | None:
        """None where it was not asked within the time."""
        at, opinion = self._kept.get(digest, (0.0, None))
        return opinion if opinion and monotonic() - at < self._seconds else None

    def keep(self, digest: str, opinion: Opinion) -> None:
        """An answer; a failure is no answer and is not kept."""
        self._kept[digest] = (monotonic(), opinion)
        self._kept.move_to_end(digest)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
