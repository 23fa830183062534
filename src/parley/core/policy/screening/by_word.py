"""What is known of each word, found out when it is first met and remembered: texts are made of the same words."""

from collections.abc import Callable
from typing import Generic, TypeVar

MOST, LONGEST = 20_000, 40  # so many words are remembered before all are forgotten, and no longer ones

Known = TypeVar("Known")


class ByWord(dict[str, Known], Generic[Known]):
    """Asked like a mapping that has every word. Numbers are not remembered, as each is met once."""

    def __init__(self, find: Callable[[str], Known]) -> None:
        self._find = find

    def __missing__(self, word: str) -> Known:
        found = self._find(word)
        if len(word) < LONGEST and not word.isdigit():
            if len(self) >= MOST:
                self.clear()
            self[word] = found
        return found
