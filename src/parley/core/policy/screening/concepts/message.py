"""A message as its concepts: which stand where, in which sentence, and which are denied."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from parley.core.policy.screening.concepts.marks import Mark
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.tokens import WORD

SENTENCES = re.compile("[.!?;:\u061f\u0964\n\u2026]+(?=\\s|$)")
QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb\u2018')
MOST = 4_000  # letters of a text in which sentences are told apart
SCOPE = 5  # words that a "not" reaches over


class Message:
    """The marks of a text by their concept."""

    def __init__(self, reading: Reading, found: Iterable[Mark]) -> None:
        self.reading = reading
        self._by: dict[str, list[Mark]] = {}
        for mark in found:
            self._by.setdefault(mark.concept, []).append(mark)

    def of(self, *concepts: str) -> list[Mark]:
        """All marks of these concepts."""
        return [mark for concept in concepts for mark in self._by.get(concept, ())]

    def has(self, *concepts: str) -> bool:
        """Whether any of these concepts stands in the text."""
        return any(concept in self._by for concept in concepts)

    @cached_property
    def quoted(self) -> bool:
        """Whether something stands in quotation marks."""
        return not QUOTES.isdisjoint(self.reading.text)

    @cached_property
    def breaks(self) -> list[int]:
        """The places of the first words of the sentences after the first one; none where words were mended."""
        if not SENTENCES.search(self.reading.text):
            return []
        counts = [len(WORD.findall(fold(each))) for each in SENTENCES.split(self.reading.text[:MOST])]
        return list(accumulate(counts))[:-1] if sum(counts) == len(self.reading.words) else []

    def parted(self, one: Mark, other: Mark) -> bool:
        """Whether a sentence ends between the two."""
        first, last = sorted((one.start, other.start))
        return any(first < place <= last for place in self.breaks)

    @cached_property
    def negations(self) -> list[Mark]:
        """Words that deny, without the fixed phrases that only seem to."""
        fixed = self.of("not_negation")
        return [mark for mark in self.of("negation") if not inside(mark, fixed)]

    def denied(self, mark: Mark, scope: int = SCOPE) -> bool:
        """Whether a "not" shortly before the mark denies it."""
        return any(0 <= mark.start - n.end < scope and not self.parted(n, mark) for n in self.negations)


def inside(mark: Mark, others: Iterable[Mark]) -> bool:
    """Whether the mark lies within one of the others."""
    return any(other.start <= mark.start and mark.end <= other.end for other in others)


def overlaps(mark: Mark, others: Iterable[Mark]) -> bool:
    """Whether the mark shares a word with one of the others."""
    return any(other.start < mark.end and mark.start < other.end for other in others)


def distance(one: Mark, other: Mark) -> int:
    """How many words lie between the two."""
    return max(one.start - other.end, other.start - one.end, 0)
