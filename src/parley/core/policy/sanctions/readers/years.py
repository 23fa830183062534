"""Years of birth in the ways that lists write them."""

import re

YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
SPAN = re.compile(r"(1[89]\d\d|20\d\d)\s*(?:to|-|–)\s*(1[89]\d\d|20\d\d)")
LONGEST_SPAN = 15


def years_in(text: str) -> tuple[int, ...]:
    """``01 Jan 1960``, ``circa 1958``, ``1958 to 1961``."""
    found: dict[int, None] = {}
    for first, last in SPAN.findall(text):
        found.update(dict.fromkeys(span(int(first), int(last))))
    found.update(dict.fromkeys(int(year) for year in YEAR.findall(text)))
    return tuple(sorted(found))


def span(first: int, last: int) -> range:
    """All years of a span that a list gives, within reason."""
    return range(first, min(last, first + LONGEST_SPAN) + 1)
