"""Numbers and secrets that may neither be shared nor asked for (D3).

One recogniser a file, found by listing the folder ``recognisers``: a module with ``find(page) -> Iterator[Found]``,
the ``TURN`` it takes, and whether it ``CHECKS`` digits.
"""

import importlib
import pkgutil
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import ModuleType

from parley.core.policy.identifiers import recognisers
from parley.core.policy.identifiers.asked import Turn, asked_in
from parley.core.policy.identifiers.decoded import Decoded, decoded
from parley.core.policy.identifiers.found import Found
from parley.core.policy.identifiers.long import LONGEST, in_pieces
from parley.core.policy.identifiers.meant import meant
from parley.core.policy.identifiers.numbers import count_spoken
from parley.core.policy.identifiers.page import LOOK_ALIKES, NOTHING, Page, named_last
from parley.core.policy.identifiers.plain import UNSEEN, plain
from parley.core.policy.identifiers.recognisers.phrase import may_have_phrase
from parley.core.policy.identifiers.sent import completes
from parley.core.policy.identifiers.split import across, pieces, split
from parley.core.policy.identifiers.words import secret_words

__all__ = [
    "RECOGNISERS",
    "Found",
    "Turn",
    "find_across",
    "find_answer",
    "find_completed",
    "find_identifiers",
    "find_split",
]


def _load() -> list[ModuleType]:
    """In the order of their ``TURN``: what one is sure of is not read by the next."""
    infos = pkgutil.iter_modules(recognisers.__path__)
    modules = [importlib.import_module(f"{recognisers.__name__}.{info.name}") for info in infos]
    return sorted(modules, key=lambda module: (module.TURN, module.__name__))


Recogniser = Callable[[Page], Iterator[Found]]
RECOGNISERS: tuple[Recogniser, ...] = tuple(module.find for module in _load())
CHECKING: tuple[Recogniser, ...] = tuple(module.find for module in _load() if module.CHECKS)
DIGIT = re.compile(r"\d")
LOOKS = re.compile(r"[\doil|]{4}")  # a group of a number, or letters typed for its digits
PLAIN_LETTERS = re.compile(r"[a-z]+")
LETTERS = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{UNSEEN}\u0900-\u0963])*")
# Digits of the shortest number that is no secret, and of the shortest secret.
SHORTEST, SHORTEST_SECRET = 4, 3
SURENESS = {"check digit": 0, "context": 1, "alone": 2, "form": 3}
LONG = 12  # digits of a row that may hide a number


def find_identifiers(text: str, context: str = "") -> list[Found]:
    """Every full number or secret in the text, in order, none overlapping another.

    ``context``: what was said to the writer just before; it tells what a bare answer is.
    """
    return _find(text, named_last(context) if context else NOTHING)


def find_answer(turns: Sequence[Turn], text: str) -> list[Found]:
    """The same in the customer's next message of a thread, ``turns`` being the messages before it, newest last.

    What was asked for, be it some messages before, tells what a bare number is, and what pieces of one make.
    """
    asked, since = asked_in(turns) if _may_answer(plain(text[:LONGEST])) else (NOTHING, 0)
    found = _find(text, asked)
    if not asked or not LOOK_ALIKES.isdisjoint(asked):
        return found
    earlier = [turn.text for turn in turns[since:] if turn.theirs]
    return _apart(found + pieces(partial(_find, asked=asked), earlier, text))


def _find(text: str, asked: frozenset[str]) -> list[Found]:
    if len(text) <= LONGEST:
        return _read(text, asked)
    return _apart(list(in_pieces(_read, _may_have_any, text)))


def _read(text: str, asked: frozenset[str] = NOTHING) -> list[Found]:
    readable = plain(text)
    if not asked and not _may_have_any(readable):
        return []
    page = Page(text, asked, readable)
    candidates = _candidates(page)
    written = decoded(page)
    if written is not None:
        candidates += _disguised(page, written)
    as_meant = meant(page)
    if as_meant is not None:
        again = Page(as_meant.text, asked)
        again.budget = page.budget  # one text, one budget
        candidates += map(as_meant.back, _candidates(again))
    return _apart(candidates)


def _candidates(page: Page) -> list[Found]:
    """What the recognisers find, each where no one before it was sure."""
    candidates: list[Found] = []
    for find in RECOGNISERS:
        found = list(find(page))
        if found:
            candidates += found
            page.settle(found)
            page.runs = page.unsettled()
    if page.budget < 0:
        candidates += _unread(page)
    return candidates


def _disguised(page: Page, written: Decoded) -> Iterator[Found]:
    """Codes of letters and digits whose digits are read out or set apart."""
    again = Page(written.text, page.asked)
    again.budget = page.budget  # one text, one budget
    for find in CHECKING:
        yield from (written.back(found) for found in find(again) if found.basis == "check digit")
    if again.budget < 0:
        yield from map(written.back, _unread(again))


def _unread(page: Page) -> list[Found]:
    """More numbers than anybody writes: what nobody checked counts as found, so that they hide nothing."""
    runs = (run for run in page.runs if len(run.digits) >= LONG)
    return [Found("row of digits", run.starts[0], run.ends[-1], run.digits[-4:], "context") for run in runs]


def _apart(candidates: list[Found]) -> list[Found]:
    """The surest and longest first; what overlaps one that is kept is left out."""
    candidates.sort(key=lambda found: (SURENESS[found.basis], found.start - found.end))
    kept: list[Found] = []
    starts: list[int] = []
    for found in candidates:
        place = bisect_right(starts, found.start)
        if (place == 0 or kept[place - 1].end <= found.start) and (
            place == len(kept) or kept[place].start >= found.end
        ):
            kept.insert(place, found)
            starts.insert(place, found.start)
    return kept


def _may_have_any(readable: str) -> bool:
    """Most messages have too few digits, written or spoken, and do not name a secret."""
    digits = len(DIGIT.findall(readable))
    if digits >= SHORTEST or (digits and LOOKS.search(readable)):
        return True
    words = _letters(readable)
    digits += count_spoken(words)
    if digits >= SHORTEST:
        return True
    return not secret_words(digits >= SHORTEST_SECRET).isdisjoint(words) or may_have_phrase(words)


def _letters(readable: str) -> list[str]:
    if readable.isascii():
        return PLAIN_LETTERS.findall(readable)
    words = LETTERS.findall(readable)
    return [word.replace(UNSEEN, "") for word in words] if UNSEEN in readable else words


def _may_answer(readable: str) -> bool:
    """An answer, or a piece of one, has digits, written or spoken."""
    return len(DIGIT.findall(readable)) + count_spoken(_letters(readable)) >= SHORTEST_SECRET


def find_split(earlier: Sequence[str], text: str) -> list[Found]:
    """Parts of ``text`` that make a full number with what the same writer sent just before, newest last."""
    return split(find_identifiers, earlier, text)


def find_across(parts: Sequence[str]) -> list[Found]:
    """Full numbers in the parts of one message, also cut over several; a part that is only a number is no proof."""
    return across(find_identifiers, parts)


def find_completed(earlier: Sequence[str], text: str) -> list[Found]:
    """Full numbers that our message makes only together with ours just before it, newest last; by kind, not place."""
    return completes(find_identifiers, earlier, text)
