"""The last POSTs with updates: when, what for, how they were answered, and what comes next."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from parley_emulator.webhooks.lanes import Update

KEPT = 40
MOST_BYTES = 200_000


class _Change(msgspec.Struct):
    field: str


class _Entry(msgspec.Struct):
    changes: list[_Change]


@dataclass
class Post:
    """``at``, ``next_try``: Unix seconds of the platform's clock; ``answer``: the status, 0 where there was none."""

    number: int
    at: float
    answer: int
    attempt: int
    updates: Sequence[Update]
    next_try: float | None = None

    def shown(self) -> dict[str, Any]:
        """``fields``: how many updates of each."""
        told = (change.field for each in self.updates for change in _changes(each))
        return {
            "number": self.number,
            "at": self.at,
            "answer": self.answer,
            "attempt": self.attempt,
            "updates": len(self.updates),
            "fields": dict(Counter(told)),
            "next_try": self.next_try,
        }


class Posts:
    """Since the start, or the last reset."""

    def __init__(self) -> None:
        self._last: deque[Post] = deque(maxlen=KEPT)
        self._made = 0

    def note(self, updates: Sequence[Update], answer: int, at: float) -> Post:
        """One came back. What is too large to keep in memory is shown without what it told."""
        self._made += 1
        small = sum(len(each.entry) for each in updates) <= MOST_BYTES
        attempt = 1 + max((each.attempts for each in updates), default=0)
        post = Post(self._made, at, answer, attempt, list(updates) if small else [])
        self._last.appendleft(post)
        return post

    def newest(self) -> list[Post]:
        """The newest first."""
        return list(self._last)

    def find(self, number: int) -> Post | None:
        """While it is kept."""
        return next((each for each in self._last if each.number == number), None)


def _changes(update: Update) -> list[_Change]:
    return msgspec.json.decode(update.entry, type=_Entry).changes
