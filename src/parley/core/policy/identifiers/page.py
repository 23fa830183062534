"""A text as the recognisers see it: its words, its runs of digits, and the names near a place."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from propcache.api import cached_property

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.idle import idle_words, units
from parley.core.policy.identifiers.numbers import Run, is_spoken, masks_in, runs_of, spoken_in
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.words import Name, names_in, words_of

# How far a name may stand from its number: words before it, words after it.
DIGIT = re.compile(r"\d")
BEFORE, AFTER = 9, 4
NEXT = 4  # words into the next sentence
FEW = 12  # words of a bare answer, those of no weight not counted
CURRENCIES = frozenset("$€£₹%")
LAST, MOST_LAST = frozenset({"last"}), 6
NOTHING: frozenset[str] = frozenset()
# Say that what was named is something else than what the same words mean elsewhere.
LOOK_ALIKES = frozenset({"other", "phone"})
SENTENCE_END = re.compile(r"[.!?।؟]\s+\S|\n\s*\n")
# Windows of digits that one text may make us check: far more than any message has.
BUDGET = 600


class Page:
    """Reads itself only as far as somebody asks. ``asked``: the tags of what its writer was asked for."""

    def __init__(self, text: str, asked: frozenset[str] = NOTHING, readable: str = "") -> None:
        self.text = text
        self.plain = readable or plain(text)
        self.asked = asked
        self.budget = BUDGET
        self.words = words_of(self.plain)
        self._starts = self.words.starts
        # The words that have a digit, and those that are one read out.
        self.with_digit = _with_digit(self.words.texts, self.plain.isascii())
        self.spoken = spoken_in(self.words.texts)
        self.runs = runs_of(self.plain, self.words, self.with_digit, self.spoken)
        self._settled: dict[int, int] = {}
        self._named: dict[tuple[int, int], frozenset[str]] = {}

    @cached_property
    def has_digit(self) -> list[bool]:
        """Which words have a digit."""
        has = [False] * len(self.words)
        for here in self.with_digit:
            has[here] = True
        return has

    @cached_property
    def near_digits(self) -> list[int]:
        """The words that have a digit, or one of the two after which has one."""
        near: list[int] = []
        for here in self.with_digit:
            near += range(max(here - 2, near[-1] + 1 if near else 0), here + 1)
        return near

    def settle(self, found: list[Found]) -> None:
        """What is known by its check digits need not be looked at again."""
        for each in found:
            if each.basis == "check digit":
                first, last = self.word_at(each.start), self.word_at(each.end)
                self._settled.update(dict.fromkeys(self._starts[first:last], each.end))

    def is_settled(self, start: int, end: int) -> bool:
        """Whether all of this is part of a number that was found; a word begins at ``start``."""
        return self._settled.get(start, 0) >= end

    def unsettled(self) -> list[Run]:
        """The runs of which not everything is known."""
        return [run for run in self.runs if not self.is_settled(run.starts[0], run.ends[-1])]

    @cached_property
    def names(self) -> list[Name]:
        """Every name in order."""
        return [name for name in names_in(self.words) if not (name.beside and self._is_in_address(name))]

    def _is_in_address(self, name: Name) -> bool:
        """A part of an address ("?id=…"), or a program's own key, names nothing."""
        if name.tags == {"id"} and self.plain[name.end : name.end + 2] == '":':
            return True
        return self.plain[name.end : name.end + 1] == "=" or self.plain[max(name.start - 1, 0)] in "?&/_"

    def has_words(self, start: int, end: int, longest: int = 1) -> bool:
        """Whether a longer word of letters only is within."""
        here = self.words.texts[self.word_at(start) : self.word_at(end)]
        return any(len(text) > longest and text.isalpha() for text in here)

    def word_at(self, place: int) -> int:
        """Which word begins there."""
        return bisect_left(self._starts, place)

    def words_from(self, place: int, most: int) -> list[str]:
        """The next words after a place."""
        here = self.word_at(place)
        return self.words.texts[here : here + most]

    @cached_property
    def _name_ends(self) -> list[int]:
        return [name.end for name in self.names]

    def named(self, start: int, end: int) -> frozenset[str]:
        """The tags of the nearest name: the one before the place, else one soon after it, else what was asked."""
        known = self._named.get((start, end))
        if known is None:
            known = self._named[start, end] = self._nearest(start, end)
        return known

    def _nearest(self, start: int, end: int) -> frozenset[str]:
        if not self.names:
            return self._answers(start, end)
        tags = self._named_beside(start, end)
        # "4819203756, not ending in 65": longer than any last digits.
        return self._answers(start, end) if tags is None or (tags == LAST and end - start > MOST_LAST) else tags

    def _named_beside(self, start: int, end: int) -> frozenset[str] | None:
        before = self.name_before(start)
        after = self.name_after(end)
        if before and not (after and before.tags & LOOK_ALIKES and self._is_next(end, after)):
            return before.tags
        if after:
            return after.tags
        return None

    def _answers(self, start: int, end: int) -> frozenset[str]:
        """What was asked for, if this may be the answer: hardly anything else is said, and it is no amount."""
        return self.asked if self.asked and self._is_answer and not self.is_amount(start, end) else NOTHING

    @cached_property
    def _is_answer(self) -> bool:
        words = self.words.texts
        return len(words) <= FEW or sum(word not in idle_words() and not is_spoken(word) for word in words) <= FEW

    def is_amount(self, start: int, end: int) -> bool:
        """Whether a currency or a unit stands right beside the place, or in it."""
        first, stop = self.word_at(start), bisect_left(self._starts, end)
        texts = self.words.texts
        if not units().isdisjoint(texts[max(first - 1, 0) : first] + texts[stop : stop + 1]):
            return True
        if any(len(word) > 1 and word in units() for word in texts[first:stop]):
            return True
        return any(sign in CURRENCIES for sign in self.plain[max(start - 2, 0) : start] + self.plain[end : end + 2])

    def name_before(self, start: int) -> Name | None:
        """The nearest name before the place."""
        place = bisect_left(self._name_ends, start + 1) - 1
        if place < 0:
            return None
        name = self.names[place]
        gap = self.word_at(start) - 1 - name.last
        if gap > BEFORE:
            return None
        ends = len(SENTENCE_END.findall(self.plain, name.end, start))
        # A name ends its sentence, and the number is the next one ("please charge my card. Number is …").
        return name if not ends or (ends == 1 and gap <= NEXT) else None

    def name_after(self, end: int) -> Name | None:
        """The nearest name soon after the place."""
        place = bisect_left(self._name_ends, end + 1)
        if place >= len(self.names) or self.names[place].start < end:
            return None
        name = self.names[place]
        near = name.first - bisect_left(self._starts, end) <= AFTER
        return name if near and not re.search(r"[.!?।؟,;\n]", self.plain[end : name.start]) else None

    def _is_next(self, end: int, name: Name) -> bool:
        return name.first - bisect_left(self._starts, end) <= 2

    @cached_property
    def is_masked(self) -> bool:
        """Whether a number has been masked already."""
        return bool(masks_in(self.plain))

    def words_beside(self, start: int, end: int) -> list[str]:
        """Every word of the text that is not at the place."""
        words = self.words
        return words.texts[: bisect_right(words.ends, start)] + words.texts[self.word_at(end) :]

    def is_bare(self, start: int, end: int) -> bool:
        """Whether the message is nothing but what stands at the place, and words of no weight."""
        if len(self.words) > 40 or self.is_masked or self.asked & (LOOK_ALIKES | {"last"}):
            return False
        return all(word in fillers() or is_spoken(word) for word in self.words_beside(start, end))


def named_last(context: str) -> frozenset[str]:
    """The tags of what a text names last, and whether it speaks of last digits."""
    names = names_in(words_of(plain(context)))
    strong = [name.tags for name in names if not name.beside]
    last = any("last" in name.tags for name in names)
    return (strong[-1] if strong else NOTHING) | ({"last"} if last else NOTHING)


def _with_digit(texts: list[str], plain_words: bool) -> list[int]:
    """Which words have a digit. ``plain_words``: whether there is nothing but a-z and 0-9 in them."""
    others = [here for here, letters in enumerate(map(str.isalpha, texts)) if not letters]
    return others if plain_words else [here for here in others if DIGIT.search(texts[here])]


@cache
def fillers() -> frozenset[str]:
    """Words that say nothing about the number beside them, in every language."""
    return frozenset(word for words in speech().values() for word in words)


@cache
def speech() -> dict[str, frozenset[str]]:
    """The same, by language."""
    return {language: frozenset(words) for language, words in read("fillers.toml").items()}
