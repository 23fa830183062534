"""Runs of digits in a text: written in groups, with marks or filler words between them, or spelled out."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.words import Word

# So many characters of spaces and marks may stand between two groups of one number.
WIDEST_GAP = 5
# A number that is already masked ("•••• 1111", "**** **** 1111", "xxxx-1111") is no full one, nor the start of one.
MASK = re.compile(r"(?:[•*#●∙▪✱✕×]{2,}|\bx{3,})[\s\-•*#x●∙▪✱✕×]*\d{0,5}")
PARTS = re.compile(r"\d+|[^\d\u200b]+")
# Letters that stand for the digit they look like, within a number.
LOOKS = str.maketrans("oilsb|", "011581")
LOOK_ALIKE = frozenset("oilsb|")
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


def runs_of(readable: str, words: list[Word]) -> list[Run]:
    """Every run of at least ``FEWEST`` digits, in order."""
    reader = _Reader(readable, [m.span() for m in MASK.finditer(readable)])
    known = _known()
    for word in words:
        # Most words are of no interest while no number is open.
        if reader.busy or word.text in known or not word.text.isalpha():
            reader.read(word)
    reader.close()
    return reader.runs


class _Reader:
    """Goes through the words once, with one run open at most."""

    def __init__(self, readable: str, masked: list[tuple[int, int]]) -> None:
        self.readable = readable
        self.masked = masked
        self.runs: list[Run] = []
        self.open = Run()
        self.times = 0
        self.busy = False
        self.since = 0  # filler words since the last digit
        self.waiting: list[Word] = []  # words of letters that may be digits, if digits follow
        self.until = 0

    def read(self, word: Word) -> None:
        while self.masked and self.masked[0][1] <= word.start:
            self.masked.pop(0)
        if self.masked and word.start < self.masked[0][1] and word.end > self.masked[0][0]:
            self.close()
        elif word.text.isdigit():
            self._digits(word)
        elif word.text.isalpha() or not any(c.isdigit() for c in word.text):
            self._letters(word)
        else:
            self._mixed(word)

    def close(self) -> None:
        if not self.busy:
            return
        self.busy = False
        if len(self.open.digits) >= FEWEST:
            self.runs.append(self.open)
        self.open, self.times, self.since, self.waiting = Run(), 0, 0, []

    def _digits(self, word: Word) -> None:
        places = [i for i in range(word.start, word.end) if self.readable[i] != UNSEEN]
        if self.times and len(word.text) <= 2:
            places = places * self.times
            self._add(word, word.text * self.times, places, [i + 1 for i in places])
        else:
            self._add(word, word.text, places, [i + 1 for i in places])

    def _letters(self, word: Word) -> None:
        digits, times, between = _spoken()
        if word.text in digits:
            count = self.times or 1
            self._add(word, digits[word.text] * count, [word.start] * count, [word.end] * count)
        elif word.text in times:
            self.times = times[word.text]
            self.until = word.end
            self.busy = True
        elif self.open.digits and word.text in between and self.since < 2:
            self.since += 1
            self.until = word.end
        elif self.open.digits and len(word.text) <= 4 and LOOK_ALIKE.issuperset(word.text):
            self.waiting.append(word)
        else:
            self.close()

    def _mixed(self, word: Word) -> None:
        """Digits and letters in one word: look-alikes of digits, or a word that runs into a number."""
        inside = self.readable[word.start : word.end]
        letters = [c for c in word.text if not c.isdigit()]
        if LOOK_ALIKE.issuperset(letters) and len(letters) * 2 <= len(word.text) + 1:
            places = [i for i in range(word.start, word.end) if self.readable[i] != UNSEEN]
            self._add(word, word.text.translate(LOOKS), places, [i + 1 for i in places])
            return
        parts = [(m.group(), word.start + m.start()) for m in PARTS.finditer(inside)]
        joined = [each for each, group in groupby(parts, key=lambda part: part[0].isdigit())] if len(parts) < 4 else []
        self.close()
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

    def _add(self, word: Word, digits: str, starts: list[int], ends: list[int]) -> None:
        run = self.open
        if run.digits and not self._joins(max(run.ends[-1], self.until), word.start):
            self.close()
            run = self.open
        for each in self.waiting:
            run.add(each.text.translate(LOOKS), [*range(each.start, each.end)], [*range(each.start + 1, each.end + 1)])
        if not run.digits:
            run.plus = self.readable[max(word.start - 2, 0) : word.start].strip(" (") == "+"
        run.add(digits, starts, ends)
        self.busy = True
        self.times, self.since, self.waiting, self.until = 0, 0, [], 0

    def _joins(self, end: int, start: int) -> bool:
        if self.waiting:
            end = self.waiting[-1].end
        gap = self.readable[end:start].replace(UNSEEN, "")
        return len(gap) <= WIDEST_GAP and "+" not in gap and "=" not in gap
