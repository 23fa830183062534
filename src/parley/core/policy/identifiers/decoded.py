"""A text in which digits are read out or set apart among letters ("GB eight two WEST …"), written as a code is."""

from dataclasses import replace

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import WIDEST_GAP, digit_of
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.words import Word

MASKS = frozenset("•*#●∙▪✱✕×")
SINGLE = frozenset("0123456789")
DIVIDERS = (",", ".", "/", ":")
MOST_WORDS = 600
FEWEST = 3  # digits set apart or read out, below which nobody disguises a code


class Decoded:
    """The same words with digits as digits, and where each character stood."""

    def __init__(self, page: Page) -> None:
        self._pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        end = 0
        for word in page.words:
            digit = digit_of(word.text)
            self._part(page.plain[end : word.start], word.start, bool(digit) or word.text.isdigit())
            if digit:
                self._add(digit, word.start, word.end)
            else:
                start, last = word.start, word.start + len(word.text) - 1
                self._pieces.append(word.text)
                self.starts += range(start, last + 1)
                self.ends += (*range(start + 1, last + 1), word.end)
            end = word.end
        self.text = "".join(self._pieces)

    def _part(self, gap: str, place: int, is_digit: bool) -> None:
        """Digits that follow each other are one number, unless something masked or too much stands between."""
        if not MASKS.isdisjoint(gap) or len(gap) > WIDEST_GAP:
            for character in " •• ":
                self._add(character, place, place)
        elif self._pieces and not (is_digit and self._pieces[-1][-1].isdigit()):
            self._add(" ", place, place)

    def _add(self, character: str, start: int, end: int) -> None:
        self._pieces.append(character)
        self.starts.append(start)
        self.ends.append(end)

    def back(self, found: Found) -> Found:
        """The same at its place in the text as it was written."""
        return replace(found, start=self.starts[found.start], end=self.ends[found.end - 1])


def is_worth_decoding(page: Page) -> bool:
    """Whether there are digits by themselves, written or spoken: several, or beside others."""
    if page.budget < 0 or len(page.words) > MOST_WORDS:
        return False
    apart = [here for here, word in enumerate(page.words) if word.text in SINGLE or digit_of(word.text)]
    if not apart or len(apart) >= FEWEST:
        return bool(apart)
    loose = [here for here in apart if not _is_of_an_amount(page, page.words[here])]
    beside = {near for here in loose for near in (here - 1, here + 1) if 0 <= near < len(page.words)}
    return any(page.has_digit[near] for near in beside)


def _is_of_an_amount(page: Page, word: Word) -> bool:
    """The thousands of an amount, or the day of a date."""
    return word.text in SINGLE and page.plain[word.end : word.end + 1] in DIVIDERS
