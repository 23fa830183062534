"""How many charged messages a portfolio's month has had, by market and category (reference 7.4).

Months are those of UTC. On the real platform they are those of the account's own time zone.
"""

from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache

DAY = 86_400


class Volumes:
    """In memory; after a restart it is read from the messages."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str, str]] = Counter()

    def clear(self) -> None:
        """Nothing was charged."""
        self._counts.clear()

    def add(self, business_id: str, month: str, market: str, category: str) -> int:
        """One more. Answers how many it makes."""
        key = (business_id, month, market, category)
        self._counts[key] += 1
        return self._counts[key]


def month_of(at: float) -> str:
    """Such as ``2026-11``."""
    return _month(int(at // DAY))


@lru_cache(maxsize=1000)
def _month(day: int) -> str:
    return datetime.fromtimestamp(day * DAY, UTC).strftime("%Y-%m")
