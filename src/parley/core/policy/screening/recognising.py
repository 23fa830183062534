"""What the word lists and the recognisers find in a text; each is asked only where the text calls it."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from parley.core.policy.screening import detectors, lexicon, phrases
from parley.core.policy.screening.calling import Calls, Tree
from parley.core.policy.screening.concepts.vocabulary import Node, vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading


class Recogniser(NamedTuple):
    """One of the folder. It finds nothing without a phrase of ``files`` for a concept of ``calling``.

    One that also goes by something else says in ``uncalled`` whether that is there; one without phrases is always
    asked.
    """

    find: Callable[[Reading], list[Hit]]
    files: tuple[str, ...] = ()
    calling: frozenset[str] = frozenset()
    uncalled: Callable[[Reading], bool] | None = None


def found(reading: Reading) -> list[Hit]:
    """Every sign, of the lists first; of each recogniser in the order of their names."""
    called = _called(reading)
    hits = lexicon.find(reading) if called & 1 else []
    for bit, each in _bits():
        if not bit or called & bit or (each.uncalled is not None and each.uncalled(reading)):
            hits += each.find(reading)
    return hits


def _called(reading: Reading) -> int:
    if "hi-Latn" in reading.languages:
        return -1  # its words are compared by their sound, which the index does not know
    return _calls().called(reading.words, reading.others, ("any", *reading.languages))


@cache
def _calls() -> Calls:
    """The index over the lists, and then over all recognisers that are called."""
    known, called = phrases.lexicon(), [each for each in RECOGNISERS if each.calling]
    lists = Tree(known.firsts, lambda node: node.next, _languages_of_entries, known.patterns)
    return Calls([lists, *(_tree(each) for each in called)])


def _languages_of_entries(node: phrases.Node) -> Iterator[str]:
    return (entry.language for entry in node.entries if entry.role in phrases.COUNTING)


def _tree(recogniser: Recogniser) -> Tree:
    known, calling = vocabulary(*recogniser.files), recogniser.calling

    def follows(node: Node) -> Mapping[str, Node]:
        return node.follows if not node.leads.isdisjoint(calling) else {}

    def ends(node: Node) -> Iterator[str]:
        return (language for concept, language in node.means if concept in calling)

    return Tree(known.root.follows, follows, ends, known.patterns)


@cache
def _bits() -> tuple[tuple[int, Recogniser], ...]:
    """The recognisers with their bits in the index; 0: it has none, and is always asked."""
    number, found = 0, []
    for each in RECOGNISERS:
        number += bool(each.calling)
        found.append((1 << number if each.calling else 0, each))
    return tuple(found)


def _recogniser(module: ModuleType) -> Recogniser:
    said: dict[str, Any] = vars(module)
    if "CALLING" not in said:
        return Recogniser(module.find)
    return Recogniser(module.find, module.FILES, module.CALLING, said.get("uncalled"))


def _listed() -> Iterator[Recogniser]:
    for name in sorted(info.name for info in pkgutil.iter_modules(detectors.__path__)):
        yield _recogniser(importlib.import_module(f"{detectors.__name__}.{name}"))


RECOGNISERS = tuple(_listed())
