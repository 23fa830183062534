"""A message as its concepts: which stand where, in which sentence, and which are denied."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from propcache.api import cached_property

from parley.core.policy.screening.concepts.marks import Mark, Words
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import WORD

# A row of marks is looked at from its beginning, or from behind a dash that took its first line break.
SENTENCES = re.compile("(?<![.!?;:\u061f\u0964\n\u2026])[.!?;:\u061f\u0964\n\u2026]+(?=\\s|$)")
CLAUSES = re.compile(
    "(?:(?<![.!?;:\u061f\u0964\n\u2026,\u060c])|(?<=\\s[-\u2013\u2014]\n))[.!?;:\u061f\u0964\n\u2026,\u060c]+(?=\\s|$)"
    "|\\s[-\u2013\u2014]\\s"
)
QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb\u2018')
NUMBER = "number"
MOST = 10  # marks of one concept: more say nothing new
READ = 4_000  # letters of a text in which sentences are told apart
ASKING = frozenset("?\u061f")
OPENING = 4  # words at the beginning of a question
AFTER = 3  # words after a Hindi word in which its "not" stands
FEW, NEAR = 12, 1  # one letter of so many may be mended, and so many make no other place
SCOPE = 9  # words that a "not" reaches over


class Message:
    """The marks of a text by their concept."""

    def __init__(self, words: Words, found: Iterable[Mark]) -> None:
        self.words = words.words
        self.text = words.reading.text[: READ + 1]
        self.language = words.reading.language
        self._by: dict[str, list[Mark]] = {}
        for mark in found:
            known = self._by.setdefault(mark.concept, [])
            if len(known) < MOST:
                known.append(mark)

    def of(self, *concepts: str) -> list[Mark]:
        """All marks of these concepts."""
        return [mark for concept in concepts for mark in self._by.get(concept, ())]

    @cached_property
    def numbers(self) -> list[Mark]:
        """Each word that has a digit."""
        return [Mark(NUMBER, place, place + 1) for place, word in enumerate(self.words) if any(map(str.isdigit, word))]

    def has(self, *concepts: str) -> bool:
        """Whether any of these concepts stands in the text."""
        return any(concept in self._by for concept in concepts)

    @cached_property
    def quoted(self) -> bool:
        """Whether something stands in quotation marks."""
        return not QUOTES.isdisjoint(self.text)

    @cached_property
    def sentences(self) -> list[int]:
        """The places of the first words of the sentences after the first one."""
        return self._places(SENTENCES)

    @cached_property
    def clauses(self) -> list[int]:
        """The same, where commas part too, and words such as "because"."""
        joints = (mark for mark in self.of("joint") if not inside(mark, self.of("negation")))  # "anything but"
        return self.breaks + [mark.start for mark in joints]

    @cached_property
    def breaks(self) -> list[int]:
        """The places of the first words of clauses after the first one, by their signs alone."""
        return self._places(CLAUSES)

    def _places(self, marks: re.Pattern[str]) -> list[int]:
        if len(self.text) > READ or not marks.search(self.text):
            return []
        parts = [WORD.findall(fold(each)) for each in marks.split(self.text)]
        if sum(map(len, parts)) == len(self.words):
            return list(accumulate(map(len, parts)))[:-1]
        return self._places_by_letters([sum(map(len, part)) for part in parts])

    def _places_by_letters(self, letters: list[int]) -> list[int]:
        """Where words were mended: the first words after so many letters, if these are the letters of the words."""
        starts = [0, *accumulate(map(len, self.words))]
        if abs(starts[-1] - sum(letters)) * FEW > starts[-1]:
            return []
        return [bisect_left(starts, done - NEAR) for done in accumulate(letters[:-1])]

    def parted(self, one: Mark, other: Mark) -> bool:
        """Whether a sentence ends between the two."""
        return _between(one, other, self.sentences)

    @cached_property
    def negations(self) -> list[Mark]:
        """Words that deny, without the fixed phrases that only seem to."""
        fixed = self.of("not_negation")
        return [mark for mark in self.of("negation") if not inside(mark, fixed)]

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question."""
        return not ASKING.isdisjoint(self.text)

    def denied(self, mark: Mark, scope: int = SCOPE) -> bool:
        """Whether a "not" denies the mark: shortly before it, in Hindi after it. "Is it not so?" denies nothing."""
        after = AFTER if self.language.startswith("hi") else 0
        for no in self.negations:
            if self.asks and no.start < OPENING:
                continue
            before = 0 <= mark.start - no.end < scope and not _between(no, mark, self.clauses)
            if before and any(no.end <= only.start < mark.start for only in self.of("only")):
                continue
            if (before or 0 <= no.start - mark.end < after) and not self.parted(no, mark):
                return True
        return False


def _between(one: Mark, other: Mark, places: list[int]) -> bool:
    first, last = sorted((one.start, other.start))
    return any(first < place <= last for place in places)


def inside(mark: Mark, others: Iterable[Mark]) -> bool:
    """Whether the mark lies within one of the others."""
    return any(other.start <= mark.start and mark.end <= other.end for other in others)


def overlaps(mark: Mark, others: Iterable[Mark]) -> bool:
    """Whether the mark shares a word with one of the others."""
    return any(other.start < mark.end and mark.start < other.end for other in others)


def distance(one: Mark, other: Mark) -> int:
    """How many words lie between the two."""
    return max(one.start - other.end, other.start - one.end, 0)
