"""The pieces of a text that may be a number: whole groups, in a row."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from parley.core.policy.identifiers.numbers import Run
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.table import SHAPE

LONGEST_CODE = 20
LONGEST_START = 6  # letters that a code may begin with
MOST_KNOWN = 20_000  # words of which the shape is remembered


class Window(NamedTuple):
    """Digits ``first`` to ``last`` of a run, or a code of letters and digits, without its separators."""

    compact: str
    start: int
    end: int
    whole: bool
    leads: bool


class _Shapes(dict[str, str]):
    """Each word with a 9 for every digit and an a for every letter; filled as words are met."""

    def __missing__(self, word: str) -> str:
        made = word.translate(SHAPE)
        if len(word) <= LONGEST_CODE:
            if len(self) > MOST_KNOWN:
                self.clear()
            self[word] = made
        return made


_SHAPES = _Shapes()


def digits_in(page: Page, run: Run, lengths: Container[int], longest: int) -> Iterator[Window]:
    """Every row of whole groups with so many digits, the longest first at each place."""
    bounds = [*run.groups, len(run.digits)]
    if len(run.digits) in lengths:
        yield Window(run.digits, run.starts[0], run.ends[-1], True, True)
        if len(bounds) == 2 or page.is_settled(run.starts[0], run.ends[-1]):
            return
    for here, begin in enumerate(bounds[:-1]):
        if page.budget < 0:
            return
        ends = [
            end for end in bounds[here + 1 : here + 1 + longest] if end - begin <= longest and end - begin in lengths
        ]
        for end in reversed(ends):
            page.budget -= 1
            if page.budget < 0:
                return
            if end - begin < len(run.digits):
                yield Window(run.digits[begin:end], run.starts[begin], run.ends[end - 1], False, begin == 0)


def codes_in(page: Page, shapes: Container[str], beginnings: Container[str] = (), most: int = 7) -> Iterator[Window]:
    """Every row of words that has letters and digits in one of these shapes, joined by no more than two marks."""
    words, has_digit = page.words, page.has_digit
    texts = words.texts
    for here in page.near_digits:
        if not has_digit[here] and len(texts[here]) > LONGEST_START:
            continue
        if page.is_settled(words.starts[here], words.ends[here]):
            continue
        shape, digits = "", False
        for there in range(here, min(here + most, len(texts))):
            if there > here and not page.joins(there):
                break
            shape += _SHAPES[texts[there]]
            digits = digits or has_digit[there]
            if len(shape) > LONGEST_CODE or page.budget < 0 or (beginnings and shape not in beginnings):
                break
            if digits and shape in shapes and not shape.isdigit():
                page.budget -= 1
                compact = "".join(texts[here : there + 1])
                yield Window(compact, words.starts[here], words.ends[there], there == here, here == 0)
