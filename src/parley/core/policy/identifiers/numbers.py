"""Runs of digits in a text: written in groups, with marks or filler words between them, or spelled out."""

import re
from collections import deque
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.words import Words

# So many characters of spaces and marks may stand between two groups of one number.
WIDEST_GAP = 5
# A number that is already masked ("•••• 1111", "**** **** 1111", "xxxx-1111") is no full one, nor the start of one.
MASK = re.compile(r"(?:[•*#●∙▪✱✕×]{2,}|\bx{3,})[\s\-•*#x●∙▪✱✕×]*\d{0,5}")
PARTS = re.compile(r"\d+|[^\d\u200b]+")
# Letters that stand for the digit they look like, within a number.
LOOKS = str.maketrans("oilsb|", "011581")
LOOK_ALIKE = frozenset("oilsb|")
NO_DIGITS = str.maketrans("", "", "0123456789")
DIGIT, SECRET = re.compile(r"\d"), re.compile(r"\d{3}")
FEWEST = 3  # digits of the shortest secret


@dataclass(slots=True)
class Run:
    """Digits that belong together, where each begins and ends in the text, and at which digits groups begin."""

    digits: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    plus: bool = False
    glued: bool = False

    def add(self, digits: str, starts: list[int], ends: list[int]) -> None:
        """One more group."""
        self.groups.append(len(self.digits))
        self.digits += digits
        self.starts += starts
        self.ends += ends

    def part(self, first: int, stop: int) -> "Run":
        """The digits from one to another, the second not included; ``first`` begins a group."""
        if first == 0 and stop == len(self.digits):
            return self
        groups = [group - first for group in self.groups if first <= group < stop]
        plus, glued = self.plus and first == 0, self.glued
        return Run(self.digits[first:stop], self.starts[first:stop], self.ends[first:stop], groups, plus, glued)


@cache
def _spoken() -> tuple[dict[str, str], dict[str, int], frozenset[str]]:
    data = read("digit_words.toml")
    digits = {word: digit for digit in "0123456789" for word in data[digit]}
    times = {word: int(count) for count, words in data["times"].items() for word in words}
    return digits, times, frozenset(data["between"]["words"])


@cache
def _known() -> frozenset[str]:
    digits, times, _ = _spoken()
    return frozenset({*digits, *times})


def digit_of(word: str) -> str:
    """The digit that the word says, '' if none."""
    return _spoken()[0].get(word, "")


def is_spoken(word: str) -> bool:
    """Whether the word is a digit read out."""
    return word in _spoken()[0]


def count_spoken(words: list[str]) -> int:
    """How many of the words are digits read out."""
    digits = _spoken()[0]
    return 0 if digits.keys().isdisjoint(words) else sum(word in digits for word in words)


def masks_in(readable: str) -> list[tuple[int, int]]:
    """Where a number is masked already."""
    if readable.isascii() and "*" not in readable and "#" not in readable and "xxx" not in readable:
        return []
    return [mask.span() for mask in MASK.finditer(readable)]


def spoken_in(texts: list[str]) -> list[int]:
    """Which words say a digit, or how often one is said ("double")."""
    known = _known()
    return [] if known.isdisjoint(texts) else [here for here, text in enumerate(texts) if text in known]


def runs_of(readable: str, words: Words, with_digit: list[int], spoken: list[int]) -> list[Run]:
    """Every run of at least ``FEWEST`` digits, in order, of the words that have digits or are digits read out."""
    telling = sorted([*with_digit, *spoken]) if spoken else with_digit
    return _Reader(readable, words).runs(telling) if telling else []


class _Reader:
    """Goes through the words once, with one run open at most."""

    def __init__(self, readable: str, words: Words) -> None:
        self.readable = readable
        self.words = words
        self.masked = deque(masks_in(readable))
        self.found: list[Run] = []
        self.open = Run()
        self.times = 0
        self.busy = False
        self.since = 0  # filler words since the last digit
        self.waiting: list[int] = []  # words of letters that may be digits, if digits follow
        self.until = 0

    def runs(self, telling: list[int]) -> list[Run]:
        """``telling``: the words that say digits; others are of interest only while a run is open."""
        here = 0
        for start in telling:
            while self.busy and here < start:
                self._read(here)
                here += 1
            self._read(start)
            here = start + 1
        while self.busy and here < len(self.words):
            self._read(here)
            here += 1
        self.close()
        return self.found

    def _read(self, here: int) -> None:
        text = self.words.texts[here]
        if self.masked and self._is_masked(here):
            self.close()
        elif text.isdigit():
            self._digits(here, text)
        elif text.isalpha() or not DIGIT.search(text):
            self._letters(here, text)
        else:
            self._mixed(here, text)

    def _is_masked(self, here: int) -> bool:
        start, end = self.words.starts[here], self.words.ends[here]
        while self.masked and self.masked[0][1] <= start:
            self.masked.popleft()
        return bool(self.masked) and start < self.masked[0][1] and end > self.masked[0][0]

    def close(self) -> None:
        if not self.busy:
            return
        self.busy = False
        if len(self.open.digits) >= FEWEST:
            self.found.append(self.open)
        self.open, self.times, self.since, self.waiting = Run(), 0, 0, []

    def _digits(self, here: int, text: str) -> None:
        places = self._places(here, text)
        if self.times and len(text) <= 2:
            places = places * self.times
            text = text * self.times
        self._add(here, text, places, [i + 1 for i in places])

    def _places(self, here: int, text: str) -> list[int]:
        """Where the characters of a word stand that can be seen."""
        start, end = self.words.starts[here], self.words.ends[here]
        if end - start == len(text):
            return [*range(start, end)]
        return [i for i in range(start, end) if self.readable[i] != UNSEEN]

    def _letters(self, here: int, text: str) -> None:
        digits, times, between = _spoken()
        if text in digits:
            count = self.times or 1
            self._add(here, digits[text] * count, [self.words.starts[here]] * count, [self.words.ends[here]] * count)
        elif text in times:
            self.times = times[text]
            self.until = self.words.ends[here]
            self.busy = True
        elif self.open.digits and text in between and self.since < 2:
            self.since += 1
            self.until = self.words.ends[here]
        elif self.open.digits and len(text) <= 4 and LOOK_ALIKE.issuperset(text):
            self.waiting.append(here)
        else:
            self.close()

    def _mixed(self, here: int, text: str) -> None:
        """Digits and letters in one word: look-alikes of digits, or a word that runs into a number."""
        letters = text.translate(NO_DIGITS)
        if LOOK_ALIKE.issuperset(letters) and len(letters) * 2 <= len(text) + 1:
            places = self._places(here, text)
            self._add(here, text.translate(LOOKS), places, [i + 1 for i in places])
            return
        self.close()
        start, end = self.words.starts[here], self.words.ends[here]
        if not SECRET.search(self.readable, start, end):
            return
        parts = [(m.group(), m.start()) for m in PARTS.finditer(self.readable, start, end)]
        joined = [each for each, group in groupby(parts, key=lambda part: part[0].isdigit())] if len(parts) < 4 else []
        if joined in ([False, True], [True, False]) or (len(joined) == 3 and not joined[0]):
            self._beside_letters(parts)

    def _beside_letters(self, parts: list[tuple[str, int]]) -> None:
        """Only a real word ("card4111…") gives the number free; a code's letters keep it ("1Z999…")."""
        for text, start in parts:
            if text.isdigit():
                places = list(range(start, start + len(text)))
                self.open = Run()
                self.busy = True
                self.open.add(text, places, [i + 1 for i in places])
                self.open.glued = any(not t.isdigit() and len(t) < 3 and t.isascii() for t, _ in parts)
                self.close()

    def _add(self, here: int, digits: str, starts: list[int], ends: list[int]) -> None:
        run, start = self.open, self.words.starts[here]
        if run.digits and not self._joins(max(run.ends[-1], self.until), start):
            self.close()
            run = self.open
        for each in self.waiting:
            first, stop = self.words.starts[each], self.words.ends[each]
            run.add(self.words.texts[each].translate(LOOKS), [*range(first, stop)], [*range(first + 1, stop + 1)])
        if not run.digits:
            run.plus = self.readable[max(start - 2, 0) : start].strip(" (") == "+"
        run.add(digits, starts, ends)
        self.busy = True
        self.times, self.since, self.waiting, self.until = 0, 0, [], 0

    def _joins(self, end: int, start: int) -> bool:
        if self.waiting:
            end = self.words.ends[self.waiting[-1]]
        gap = self.readable[end:start].replace(UNSEEN, "")
        return len(gap) <= WIDEST_GAP and "+" not in gap and "=" not in gap
