"""A text written anew, with where each of its characters stood."""

from collections.abc import Iterable
from dataclasses import replace

from parley.core.policy.identifiers.found import Found


class Rewritten:
    """Made piece by piece; what is found in it is found in the text that it was made of."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    def add(self, text: str, starts: Iterable[int], ends: Iterable[int]) -> None:
        """One more piece, and where each of its characters begins and ends."""
        self._pieces.append(text)
        self.starts += starts
        self.ends += ends

    def back(self, found: Found) -> Found:
        """The same at its place in the text as it was written."""
        return replace(found, start=self.starts[found.start], end=self.ends[found.end - 1])
