"""The stems of a list, by their first letters: most words begin as none of them does, which is soon known."""

from collections.abc import Iterable, Sequence

FIRST = 3  # letters that tell which stems may fit


class Beginnings:
    """Stems that end in ``*`` and stand for every word that begins so."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = {pattern[:-1]: pattern for pattern in patterns if pattern.endswith("*")}
        stems = sorted(self._patterns, key=len)
        self._short = tuple(stem for stem in stems if len(stem) < FIRST)
        fitting: dict[str, list[str]] = {}
        for stem in stems:
            if len(stem) >= FIRST:
                fitting.setdefault(stem[:FIRST], [*self._short]).append(stem)
        self._fitting = {first: tuple(each) for first, each in fitting.items()}

    def of(self, word: str) -> Sequence[str]:
        """The stems that the word begins with, the shortest first."""
        stems = self._fitting.get(word[:FIRST], self._short)
        if not word.startswith(stems):
            return ()
        return [self._patterns[stem] for stem in stems if word.startswith(stem)]
