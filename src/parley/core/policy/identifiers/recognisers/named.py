"""Numbers that only their name gives away: passports, licences, accounts, and identity numbers typed wrong."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, pairwise

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.numbers import Run
from parley.core.policy.identifiers.page import Page, fillers
from parley.core.policy.identifiers.table import by_id
from parley.core.policy.identifiers.windows import Window, codes_in
from parley.core.policy.identifiers.words import STOPS

TURN = 4
CHECKS = False
# By what it is called: its kind, the fewest and the most digits or characters, and the fewest digits among them.
KINDS = {
    "passport": ("passport number", 6, 10, 5),
    "licence": ("driving licence number", 5, 20, 4),
    "ssn": ("social security number", 7, 15, 7),
    "tax": ("taxpayer number", 7, 15, 6),
    "id": ("national identity number", 7, 20, 6),
    "account": ("bank account number", 6, 24, 6),
    "iban": ("bank account number", 12, 34, 10),
    "health": ("health number", 8, 12, 8),
}
TAGS = frozenset(KINDS)
FEWEST, FEWEST_DIGITS = 5, 4
LONGEST_LETTERS = 2
LONGEST_DATE = 8  # digits
LONG = 7  # digits of a group that may be a number by itself
DATE = re.compile(
    r"\b\d{1,2}([/.:-])\d{1,2}\1(?:\d{2}|\d{4})\b|\b\d{4}([/.:-])\d{1,2}\2\d{1,2}\b|\d:\d|\b20\d\d/"
)  # within a number


class AnyShape:
    """Holds every shape of some length that has letters, as passports and licences have no common one."""

    def __contains__(self, shape: object) -> bool:
        if not isinstance(shape, str) or len(shape) < FEWEST or shape.isdigit():
            return False
        return shape.count("9") >= FEWEST_DIGITS and shape.isascii()


def find(page: Page) -> Iterator[Found]:
    """The number next to the name, if it is as long as such a number is."""
    for run in chain.from_iterable(_numbers_in(page, run) for run in page.runs):
        if len(run.digits) >= 6 and not run.glued and not run.plus and not is_date(page, run.starts[0], run.ends[-1]):
            tags = page.named(run.starts[0], run.ends[-1])
            kind = _kind(tags, len(run.digits), len(run.digits))
            if kind:
                yield Found(kind, run.starts[0], run.ends[-1], run.digits[-4:], "context")
    if page.with_digit and _names_any(page):
        yield from _codes(page)


def _numbers_in(page: Page, run: Run) -> Iterator[Run]:
    """The run, in parts where whole groups of it are a date or, in an answer, an amount: "8830174625, 14/02/1979"."""
    if len(run.groups) < 2:
        yield run
        return
    others = _others_in(page, run)
    last = 0
    for begin, stop in [*others, (run.ends[-1], run.ends[-1])]:
        first = bisect_left(run.starts, begin, last)
        if first > last and last in run.groups and (first == len(run.digits) or first in run.groups):
            yield run.part(last, first)
        last = bisect_left(run.starts, stop, first)


def _others_in(page: Page, run: Run) -> list[tuple[int, int]]:
    """Where dates stand in a run, and amounts if something was asked for."""
    others = []
    if len(run.digits) > LONGEST_DATE:
        others = [date.span() for date in DATE.finditer(page.plain, run.starts[0], run.ends[-1])]
    if page.asked:
        bounds = [*run.groups, len(run.digits)]
        groups = [(run.starts[first], run.ends[stop - 1]) for first, stop in pairwise(bounds)]
        has_long = any(stop - first >= LONG for first, stop in pairwise(bounds))
        others += [group for group in groups if page.is_amount(*group) or (has_long and _is_year(page, *group))]
    return sorted(others)


def _is_year(page: Page, start: int, end: int) -> bool:
    """ "561029384 2031": until when it is valid."""
    return end - start == 4 and page.plain[start : start + 2] in ("19", "20")


def _names_any(page: Page) -> bool:
    for name in page.names:
        if not name.tags.isdisjoint(TAGS):
            return True
    return not page.asked.isdisjoint(TAGS)


def _codes(page: Page) -> Iterator[Found]:
    for window in codes_in(page, AnyShape(), most=4):
        digits = sum(c.isdigit() for c in window.compact)
        if (digits * 2 < len(window.compact) and not window.whole) or page.has_words(
            window.start, window.end, LONGEST_LETTERS
        ):
            continue
        if is_date(page, window.start, window.end) or _has_loose_ends(page, window):
            continue
        kind = _kind(page.named(window.start, window.end), len(window.compact), digits)
        if kind:
            yield Found(kind, window.start, window.end, window.compact[-4:].upper(), "context")


def is_date(page: Page, start: int, end: int) -> bool:
    """Whether a date or a time stands there."""
    return DATE.search(page.plain, start, end) is not None


def _has_loose_ends(page: Page, window: Window) -> bool:
    """Whether it begins or ends with a word that is none of it ("is AB123456", "123456 hai")."""
    texts = page.words.texts
    ends = texts[page.word_at(window.start)], texts[page.word_at(window.end) - 1]
    return any(text in fillers() or text in STOPS for text in ends)


def _kind(tags: frozenset[str], length: int, digits: int) -> str:
    for tag, (kind, fewest, most, fewest_digits) in KINDS.items():
        if tag in tags and fewest <= length <= most and digits >= fewest_digits:
            return kind
    known = by_id()
    for row in (known[tag] for tag in sorted(tags) if tag in known):
        if any(abs(length - len(shape)) <= 1 for shape in row.shapes) and digits >= 6:
            return row.kind
    return ""
