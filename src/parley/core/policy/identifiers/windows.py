"""The pieces of a text that may be a number: whole groups, in a row."""

from collections.abc import Container, Iterator
from typing import NamedTuple
from unicodedata import category

from parley.core.policy.identifiers.numbers import MASK, Run
from parley.core.policy.identifiers.page import Page
from parley.core.policy.identifiers.plain import UNSEEN
from parley.core.policy.identifiers.table import SHAPE

LONGEST_CODE = 20
LONGEST_START = 6  # letters that a code may begin with
# What may stand between the parts of one code, and how much of it.
MARKS = frozenset(f" .-/()_·{UNSEEN}")
WIDEST_JOINT = 3
MOST_KNOWN = 10_000  # joints, and words of which the shape is remembered


class Window(NamedTuple):
    """Digits ``first`` to ``last`` of a run, or a code of letters and digits, without its separators."""

    compact: str
    start: int
    end: int
    whole: bool
    leads: bool


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
    """Every row of words in one of these shapes of letters and digits, joined by no more than two marks.

    ``beginnings``: what such shapes begin with, () if that can not be said.
    """
    words = page.words
    texts, starts, ends, count = words.texts, words.starts, words.ends, len(words)
    for here in page.near_digits:
        shape = _SHAPES[texts[here]]
        if (beginnings and shape not in beginnings) or (len(shape) > LONGEST_START and "9" not in shape):
            continue
        if page.is_settled(starts[here], ends[here]):
            continue
        there, last = here, min(here + most, count) - 1
        while len(shape) <= LONGEST_CODE and page.budget >= 0:
            if shape in shapes:
                page.budget -= 1
                compact = "".join(texts[here : there + 1])
                yield Window(compact, starts[here], ends[there], there == here, here == 0)
            if there == last or not _JOINTS[page.plain[ends[there] : starts[there + 1]]]:
                break
            there += 1
            shape += _SHAPES[texts[there]]
            if beginnings and shape not in beginnings:
                break


class _Joints(dict[str, bool]):
    """Whether what stands between two words joins them to one code; filled as it is met."""

    def __missing__(self, gap: str) -> bool:
        made = all(map(_may_join, gap)) and len(gap.replace(UNSEEN, "")) <= WIDEST_JOINT
        if len(gap) <= WIDEST_JOINT:
            if len(self) > MOST_KNOWN:
                self.clear()
            self[gap] = made
        return made


def _may_join(mark: str) -> bool:
    """Pictures join as marks do, but for those that stand for digits which are not shown."""
    return mark in MARKS or (category(mark) == "So" and MASK.match(mark * 2) is None)


_JOINTS = _Joints()


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
