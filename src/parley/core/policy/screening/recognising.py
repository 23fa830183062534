"""What the word lists and the recognisers find in a text; each is asked only where the text calls it."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from parley.core.policy.screening import detectors, lexicon, phrases
from parley.core.policy.screening.calling import ANY, Calls, Others, Tree
from parley.core.policy.screening.concepts.vocabulary import Node, vocabulary
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading

LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
OF_THE_WHOLE = "deceptive"  # what deceives does so by all that is said together


class Recogniser(NamedTuple):
    """One of the folder. It finds nothing without a phrase of ``files`` for a concept of ``calling``, or such a word.

    One that also goes by something else says in ``uncalled`` whether that is there. Who is not ``called`` is always
    asked. ``otherwise``: what it still says of a text that does not call it.
    """

    find: Callable[[Reading], list[Hit]]
    files: tuple[str, ...] = ()
    calling: frozenset[str] = frozenset()
    called_by: Callable[[str], bool] | None = None
    uncalled: Callable[[Reading], bool] | None = None
    otherwise: Callable[[Reading], list[Hit]] | None = None

    @property
    def called(self) -> bool:
        """Whether phrases or words call it."""
        return bool(self.calling) or self.called_by is not None


def found(reading: Reading, *, whole: bool = True) -> list[Hit]:
    """Every sign, of the lists first; of each recogniser in the order of their names.

    Of what is not the whole text nobody says anything who is not called.
    """
    called = _called(reading)
    hits = lexicon.find(reading) if called & 1 else []
    for bit, each in _bits():
        if not bit or called & bit or (each.uncalled is not None and each.uncalled(reading)):
            hits += each.find(reading)
        elif whole and each.otherwise is not None:
            hits += each.otherwise(reading)
    return hits


def calls_any(words: Sequence[str], others: Others) -> bool:
    """Whether the words call a list or a recogniser, in any language; not who looks at what is said together."""
    return bool(_calls().called(words, others, (ANY, *LANGUAGES)) & ~_of_the_whole())


def asks_any(reading: Reading) -> bool:
    """The same of a text as it is read, or whether a recogniser is asked for another reason."""
    if calls_any(reading.words, reading.others):
        return True
    return any(
        each.uncalled is not None and not bit & _of_the_whole() and each.uncalled(reading) for bit, each in _bits()
    )


@cache
def _of_the_whole() -> int:
    return sum(bit for bit, each in _bits() if each.find.__module__.endswith(f".{OF_THE_WHOLE}"))


def _called(reading: Reading) -> int:
    if "hi-Latn" not in reading.languages:
        return _calls().called(reading.words, reading.others, (ANY, *reading.languages))
    if not _only_numbers(reading):
        return -1  # its words are compared by their sound, which the index does not know
    return _calls().called(reading.words, reading.others, (ANY, "hi", *reading.languages))


def _only_numbers(reading: Reading) -> bool:
    """Such a text may be in any language, and nothing in it has a sound."""
    if not all(map(str.isdigit, reading.words)):
        return False
    return all(form.isdigit() for forms in reading.others.values() for form, _ in forms)


@cache
def _calls() -> Calls:
    """The index over the lists, and then over all recognisers that are called."""
    known = phrases.lexicon()
    lists = Tree(known.firsts, lambda node: node.next, _languages_of_entries, known.words)
    return Calls([lists, *(_tree(each) for each in RECOGNISERS if each.called)])


def _languages_of_entries(node: phrases.Node) -> Iterator[str]:
    return (entry.language for entry in node.entries if entry.role in phrases.COUNTING)


def _tree(recogniser: Recogniser) -> Tree:
    calling = recogniser.calling
    if not calling:
        return Tree({}, lambda _: {}, lambda _: (), frozenset(), recogniser.called_by)
    known = vocabulary(*recogniser.files)

    def follows(node: Node) -> Mapping[str, Node]:
        return node.follows if not node.leads.isdisjoint(calling) else {}

    def ends(node: Node) -> Iterator[str]:
        return (language for concept, language in node.means if concept in calling)

    return Tree(known.root.follows, follows, ends, known.words, recogniser.called_by)


@cache
def _bits() -> tuple[tuple[int, Recogniser], ...]:
    """The recognisers with their bits in the index; 0: it has none, and is always asked."""
    number, found = 0, []
    for each in RECOGNISERS:
        number += each.called
        found.append((1 << number if each.called else 0, each))
    return tuple(found)


def _recogniser(module: ModuleType) -> Recogniser:
    said: dict[str, Any] = vars(module)
    calling = said.get("CALLING", frozenset[str]())
    files = module.FILES if calling else ()
    return Recogniser(module.find, files, calling, said.get("called_by"), said.get("uncalled"), said.get("otherwise"))


def _listed() -> Iterator[Recogniser]:
    for name in sorted(info.name for info in pkgutil.iter_modules(detectors.__path__)):
        yield _recogniser(importlib.import_module(f"{detectors.__name__}.{name}"))


RECOGNISERS = tuple(_listed())
