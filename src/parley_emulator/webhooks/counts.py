"""How webhooks fared, in numbers."""

from collections import deque
from statistics import median
from typing import Any


class Counts:
    """Since the start, or the last reset."""

    def __init__(self) -> None:
        self.delivered = 0
        self.failed = 0
        self.posts = 0
        self.failed_posts = 0
        self.dropped = 0
        self.expired = 0
        self._times: deque[float] = deque(maxlen=1000)

    def note(self, updates: int, taken: bool, seconds: float) -> None:
        """One POST came back."""
        self.posts += 1
        self._times.append(seconds)
        if taken:
            self.delivered += updates
        else:
            self.failed_posts += 1
            self.failed += updates

    def shown(self) -> dict[str, Any]:
        """``failed`` counts tries: the same update may fail several times and then be delivered."""
        return {
            "delivered": self.delivered,
            "failed": self.failed,
            "posts": self.posts,
            "failed_posts": self.failed_posts,
            "dropped": self.dropped,
            "expired": self.expired,
            "median_answer_ms": round(median(self._times) * 1000, 2) if self._times else None,
        }
