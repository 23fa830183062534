"""What no word says alone: a plot is known by its parts, one of each kind, close together in a text."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from parley.core.policy.screening.concepts.marks import Mark, marks, pieces
from parley.core.policy.screening.concepts.message import NUMBER, Message, overlaps
from parley.core.policy.screening.concepts.vocabulary import vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

DENIAL, TERMS = "denial", "terms"
REACH = 14  # words within which all parts stand
DENIED = 5  # words that a "we do not" reaches over


class Plot(NamedTuple):
    """``needs``: of each set one concept must be there. ``unless``: concepts in whose sentence it is none."""

    group: str
    strength: float
    what: str
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str] = frozenset()


def plot(group: str, strength: float, what: str, *needs: str, unless: str = "") -> Plot:
    """A plot whose needs are each written as words: ``"lend advance"``."""
    return Plot(group, strength, what, tuple(frozenset(need.split()) for need in needs), frozenset(unless.split()))


def told(reading: Reading, files: tuple[str, ...], calling: frozenset[str], plots: Sequence[Plot]) -> list[Hit]:
    """The strongest plot of each clause."""
    best: dict[str, Plot] = {}
    for words in pieces(reading):
        if not words.call(vocabulary(*files), calling):
            continue
        message = Message(words, marks(vocabulary(*files), words))
        for each in plots:
            known = best.get(each.group)
            if (known is None or known.strength < each.strength) and _is_told(message, each):
                best[each.group] = each
    return [Hit(each.group, "detector", each.strength, each.what) for each in best.values()]


def firsts(plots: Iterable[Plot]) -> frozenset[str]:
    """The concepts of which one is in any plot's first need: without them there is none."""
    return frozenset[str]().union(*(each.needs[0] for each in plots))


def _is_told(message: Message, plot: Plot) -> bool:
    parts: list[list[Mark]] = []
    for need in plot.needs:  # of most plots the first is not there
        found = _marks(message, need)
        if not found:
            return False
        parts.append(found)
    return any(_together(message, first, parts[1:], plot.unless) for first in parts[0])


def _together(message: Message, first: Mark, others: Sequence[list[Mark]], unless: AbstractSet[str]) -> bool:
    """Whether of each other need something stands near the first, none of them in its place, and nobody denies it."""
    found = [first]
    for part in others:
        near = [mark for mark in part if _near(first, mark) and not overlaps(mark, found)]
        if not near:
            return False
        found.append(min(near, key=lambda mark: abs(mark.start - first.start)))
    if any(_near(first, mark) and not message.parted(first, mark) for mark in message.of(*unless)):
        return False
    return not any(_denies(message, no, mark) for no in message.of(DENIAL) for mark in found)


def _denies(message: Message, no: Mark, mark: Mark) -> bool:
    """In the same clause, and on no terms: before the part or with it, in Hindi also after it."""
    if any(min(no.start, mark.start) < place <= max(no.start, mark.start) for place in message.breaks):
        return False
    if any(not message.parted(no, term) for term in message.of(TERMS)):
        return False
    after = message.language.startswith("hi") and no.start >= mark.end
    return no.start - mark.end < DENIED if after else no.start < mark.end and mark.start - no.end < DENIED


def _near(one: Mark, other: Mark) -> bool:
    return max(one.end, other.end) - min(one.start, other.start) <= REACH


def _marks(message: Message, need: AbstractSet[str]) -> list[Mark]:
    found = message.of(*need)
    return found + message.numbers if NUMBER in need else found
