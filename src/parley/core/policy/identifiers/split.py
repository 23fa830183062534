"""A number cut over several messages of one writer."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import accumulate

from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.page import Page

Find = Callable[[str], list[Found]]
SEPARATOR = "\n"
MOST = 8  # messages looked back
# What was written longer ago is no part of the same number.
TOGETHER = timedelta(minutes=15)
LONGEST = 500  # characters of a message that may be part of a number
FEW = 6  # words that may stand around a part ("and then 1111")
OURS = "one-time code"  # made by the business for the person that it writes to
STRONG = frozenset({"check digit", "context"})


def split(find: Find, earlier: Sequence[str], text: str) -> list[Found]:
    """Parts of ``text`` that make a full number with the texts before it, and are none by themselves."""
    before = [each for each in earlier[-MOST:] if len(each) <= LONGEST]
    if not before or len(text) > LONGEST:
        return []
    return _as_written(find, before, text) or _digits_only(find, before, text, frozenset({"check digit"}))


def pieces(find: Find, earlier: Sequence[str], text: str) -> list[Found]:
    """Parts of ``text`` that make what was asked for with the answers before it; ``find`` knows what was asked."""
    before = [each for each in earlier[-MOST:] if len(each) <= LONGEST]
    if not before or len(text) > LONGEST:
        return []
    return _digits_only(find, before, text, STRONG)


def across(find: Find, parts: Sequence[str]) -> list[Found]:
    """What is in one of the parts, and what only their row makes, with its check digits right."""
    inside = [found for part in parts for found in find(part) if found.basis in STRONG]
    if len(parts) < 2:
        return [found for found in inside if found.kind != OURS]
    joined = SEPARATOR.join(parts)
    ends = [*accumulate(len(part) + len(SEPARATOR) for part in parts)]
    cut = [
        found
        for found in find(joined)
        if found.basis == "check digit" and any(found.start < end < found.end for end in ends)
    ]
    return [found for found in inside + cut if found.kind != OURS]


def _as_written(find: Find, before: list[str], text: str) -> list[Found]:
    """The texts one under the other: what begins before this one, or is known by what was said before."""
    joined = SEPARATOR.join([*before, text])
    offset = len(joined) - len(text)
    alone = [each for each in find(text) if each.basis in STRONG]
    parts = []
    for each in find(joined):
        if each.end <= offset or each.basis not in STRONG:
            continue
        start, end = max(each.start - offset, 0), each.end - offset
        if each.start < offset or not any(own.start <= start and end <= own.end for own in alone):
            parts.append(Found(each.kind, start, end, each.last, each.basis))
    return parts


def _digits_only(find: Find, before: list[str], text: str, bases: frozenset[str]) -> list[Found]:
    """The digits of each text, without the words around them: "it starts with 4111", "then 1111", …"""
    pages = [Page(each) for each in [*before, text]]
    parts = [
        "".join(run.digits for run in page.runs) if len(page.words) <= FEW + len(page.runs) * 4 else ""
        for page in pages
    ]
    if not parts[-1]:
        return []
    start = next((i + 1 for i in range(len(parts) - 1, -1, -1) if not parts[i]), 0)
    kept = parts[start:]
    places = list(accumulate((len(part) + 1 for part in kept), initial=0))
    offset = places[len(kept) - 1]
    if len(kept) < 2:
        return []
    sure = next((each for each in find(" ".join(kept)) if each.end > offset and each.basis in bases), None)
    if sure is None:
        return []
    runs = pages[-1].runs
    return [Found(sure.kind, run.starts[0], run.ends[-1], sure.last, sure.basis) for run in runs]
