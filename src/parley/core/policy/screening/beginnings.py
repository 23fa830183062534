"""The stems of a list, by their first letters: most words begin as none of them does, which is soon known."""

from collections.abc import Iterable, Sequence
from functools import cache

FIRST = 3  # letters that tell which stems may fit


@cache
def _shared(lengths: tuple[int, ...]) -> tuple[int, ...]:
    """Thousands of beginnings have the same few lengths."""
    return lengths


class Beginnings:
    """Stems that end in ``*`` and stand for every word that begins so."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._stems = {pattern[:-1]: pattern for pattern in patterns if pattern.endswith("*")}
        self._short = sorted({len(stem) for stem in self._stems if len(stem) < FIRST})
        lengths: dict[str, set[int]] = {}
        for stem in self._stems:
            if len(stem) >= FIRST:
                lengths.setdefault(stem[:FIRST], set()).add(len(stem))
        self._lengths = {first: _shared(tuple(sorted(each))) for first, each in lengths.items()}

    def of(self, word: str) -> Sequence[str]:
        """The stems that the word begins with, the shortest first."""
        lengths = self._lengths.get(word[:FIRST])
        if lengths is None and not self._short:
            return ()
        stems, found = self._stems, []
        for length in (*self._short, *(lengths or ())):
            if length > len(word):
                break
            stem = stems.get(word[:length])
            if stem is not None:
                found.append(stem)
        return found
