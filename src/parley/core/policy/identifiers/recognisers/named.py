"""Numbers that only their name gives away: passports, licences, accounts, and identity numbers typed wrong."""

import re
from collections.abc import Iterator

from parley.core.policy.identifiers.found import Found
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
DATE = re.compile(
    r"\b\d{1,2}([/.:-])\d{1,2}\1(?:\d{2}|\d{4})\b|\b\d{4}([/.:-])\d{1,2}\2\d{1,2}\b|\d:\d|\b20\d\d/"
)  # within a number


class AnyShape:
    """Holds every shape of some length, as passports and licences have no common one."""

    def __contains__(self, shape: object) -> bool:
        return isinstance(shape, str) and len(shape) >= FEWEST and shape.count("9") >= FEWEST_DIGITS and shape.isascii()


def find(page: Page) -> Iterator[Found]:
    """The number next to the name, if it is as long as such a number is."""
    for run in page.runs:
        if len(run.digits) >= 6 and not run.glued and not run.plus and not is_date(page, run.starts[0], run.ends[-1]):
            tags = page.named(run.starts[0], run.ends[-1])
            kind = _kind(tags, len(run.digits), len(run.digits))
            if kind:
                yield Found(kind, run.starts[0], run.ends[-1], run.digits[-4:], "context")
    if page.with_digit and _names_any(page):
        yield from _codes(page)


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
