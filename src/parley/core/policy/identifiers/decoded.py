"""A text in which digits are read out or set apart among letters ("GB eight two WEST …"), written as a code is."""

from dataclasses import replace

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import WIDEST_GAP, digit_of
from parley.core.policy.identifiers.page import Page

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
        before = 0
        for text, start, end in zip(page.words.texts, page.words.starts, page.words.ends, strict=True):
            digit = digit_of(text)
            self._part(page.plain[before:start], start, bool(digit) or text.isdigit())
            if digit:
                self._add(digit, start, end)
            else:
                last = start + len(text) - 1
                self._pieces.append(text)
                self.starts += range(start, last + 1)
                self.ends += (*range(start + 1, last + 1), end)
            before = end
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
    texts = page.words.texts
    apart = [here for here in page.with_digit if texts[here] in SINGLE]
    apart += [here for here in page.spoken if digit_of(texts[here])]
    if not apart or len(apart) >= FEWEST:
        return bool(apart)
    loose = [here for here in apart if not _is_of_an_amount(page, here)]
    beside = {near for here in loose for near in (here - 1, here + 1) if 0 <= near < len(texts)}
    return any(page.has_digit[near] for near in beside)


def _is_of_an_amount(page: Page, here: int) -> bool:
    """The thousands of an amount, or the day of a date."""
    end = page.words.ends[here]
    return page.words.texts[here] in SINGLE and page.plain[end : end + 1] in DIVIDERS
