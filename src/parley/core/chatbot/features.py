"""What the ChatBot sees of a text: words and characters weighted by rarity, as it was taught them.

These are scikit-learn's ``TfidfVectorizer``s, with which ``teaching`` fits them. To read a text the worker would hold
70 MiB of libraries for them; here it needs numpy. A test holds the two to the same numbers.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Values = npt.NDArray[np.float32]
WORD = re.compile(r"\b\w+\b")
SPACES = re.compile(r"\s\s+")
PIECES = range(2, 6)  # characters of a piece of a word
END = "\x00"  # between terms that are kept


def words(text: str) -> Iterator[str]:
    """The words, and each two that follow one another."""
    found = WORD.findall(text.lower())
    yield from found
    yield from map(" ".join, pairwise(found))


def pieces(text: str) -> Iterator[str]:
    """All pieces of each word with a space before and behind it; a word that is shorter than a piece is one, once."""
    for word in SPACES.sub(" ", text.lower()).split():
        padded = f" {word} "
        for size in PIECES:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))
            if size >= len(padded):
                break


ANALYZERS: dict[str, Callable[[str], Iterator[str]]] = {"word": words, "char": pieces}


class Features:
    """The terms of each kind, each known by a number made from its letters: as strings they took 20 MiB more."""

    def __init__(self, terms: dict[str, Sequence[str]], rarity: dict[str, Values]) -> None:
        self._sorted: dict[str, tuple[Any, Numbers, Values]] = {}
        first = 0
        for kind in ANALYZERS:
            numbers = _numbers(terms[kind])
            order = np.argsort(numbers)
            self._sorted[kind] = numbers[order], order + first, rarity[kind][order]
            first += len(numbers)
        self.count = first

    @classmethod
    def from_arrays(cls, arrays: Any) -> "Features":
        """Read what ``teaching`` made."""
        terms = {kind: arrays[f"{kind}_terms"].tobytes().decode().split(END) for kind in ANALYZERS}
        return cls(terms, {kind: arrays[f"{kind}_idf"] for kind in ANALYZERS})

    def of(self, text: str) -> tuple[Numbers, Values]:
        """The numbers of the known terms in the text, and how much each weighs; those of a kind have length 1."""
        found = [self._of(kind, text) for kind in ANALYZERS]
        return np.concatenate([places for places, _ in found]), np.concatenate([values for _, values in found])

    def _of(self, kind: str, text: str) -> tuple[Numbers, Values]:
        known, places, rarity = self._sorted[kind]
        counted = Counter(ANALYZERS[kind](text))
        numbers = _numbers(counted)
        at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
        there = known[at] == numbers
        at = at[there]
        often = np.fromiter(counted.values(), dtype=np.float32, count=len(counted))[there]
        values: Values = (np.log(often) + 1) * rarity[at]
        return places[at], values / (np.sqrt(values @ values) or np.float32(1))


def _numbers(terms: Any) -> Any:
    """64 bits each: among a million terms two are the same once in 37 million times."""
    digests = b"".join(blake2b(term.encode("utf-8", "replace"), digest_size=8).digest() for term in terms)
    return np.frombuffer(digests, dtype=np.uint64)
