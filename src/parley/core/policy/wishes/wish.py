"""Whether a message says a wish: read by a small grammar in each language, not by a list of sentences.

A clause says the wish when every word of it is known to the language and the kinds of words it holds make one of the
wish's combinations, such as "stop" + "send". One unknown word and it is about something else: "stop the order",
"remove my number from the parcel". What each kind of word is stands in ``stop.toml`` and ``person.toml``; greetings,
pronouns and the words that part clauses in ``common.toml``.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.core.policy.wishes.clauses import Sentence, sentences
from parley.core.policy.wishes.lexicon import FREE, Kinds, Lexicon

WISHES = ("stop", "person")
SHARED = ("anywhere", "alone", "edge", "edge_after", "after", "misspelt")


@dataclass(frozen=True)
class Combination:
    """Kinds that must be in a clause, and kinds that must not."""

    needs: frozenset[str]
    bars: frozenset[str]

    def holds(self, kinds: frozenset[str]) -> bool:
        """Whether a clause of these kinds says the wish."""
        return self.needs <= kinds and self.bars.isdisjoint(kinds)


@dataclass(frozen=True)
class Wish:
    """One wish in all its languages.

    ``anywhere``: enough in any clause of a message. ``alone``: enough if the message says nothing else. ``edge``:
    enough as a sentence of its own at the beginning or the end of a message. ``edge_after``: enough there if another
    sentence has a word of the kinds ``after``: "You keep messaging me. Stop it".
    """

    languages: tuple[Lexicon, ...]
    anywhere: tuple[Combination, ...]
    alone: tuple[Combination, ...]
    edge: tuple[Combination, ...]
    edge_after: tuple[Combination, ...]
    after: frozenset[str]

    def is_said(self, text: str) -> bool:
        """Whether the message says it, in any language."""
        said = sentences(text)
        return any(self._is_said_in(lexicon, said) for lexicon in self.languages)

    def _is_said_in(self, lexicon: Lexicon, said: list[Sentence]) -> bool:
        whole = [lexicon.kinds(sentence.words) for sentence in said]
        if any(_holds(self._enough_at(at, lexicon, said), whole[at]) for at in _edges(said)):
            return True
        pieces = (lexicon.kinds(piece) for sentence in said for piece in sentence.pieces(lexicon.parts))
        if any(_holds(self.anywhere, kinds) for kinds in (*whole, *pieces)):
            return True
        return None not in whole and any(_holds(self.alone, kinds) for kinds in whole)

    def _enough_at(self, at: int, lexicon: Lexicon, said: list[Sentence]) -> tuple[Combination, ...]:
        others = (word for place, sentence in enumerate(said) if place != at for word in sentence.words)
        return (*self.edge, *self.edge_after) if lexicon.names(tuple(others), self.after) else self.edge


def _holds(combinations: Iterable[Combination], kinds: Kinds | None) -> bool:
    if kinds is None or kinds.spoilt:
        return False
    return any(each.holds(kinds.known) for each in combinations)


def _edges(said: list[Sentence]) -> list[int]:
    """The last sentence, and the first where a full stop or capitals set it apart: "Stop! Wrong house" is no end."""
    if not said:
        return []
    return [0, len(said) - 1] if said[0].stands_apart else [len(said) - 1]


@cache
def wish(name: str) -> Wish:
    """'stop' or 'person'."""
    data, common = _read(name), _read("common")
    lexicons = tuple(
        Lexicon.of(_merged(common[language], words), data["misspelt"])
        for language, words in data.items()
        if language not in SHARED
    )
    anywhere, alone, edge, edge_after = (tuple(map(_combination, data[key])) for key in SHARED[:4])
    return Wish(lexicons, anywhere, alone, edge, edge_after, frozenset(data["after"]))


def _merged(common: dict[str, list[str]], words: dict[str, list[str]]) -> dict[str, list[str]]:
    return {**common, **words, FREE: [*common[FREE], *words.get(FREE, ())]}


def _combination(written: str) -> Combination:
    kinds = written.split()
    bars = frozenset(kind[1:] for kind in kinds if kind.startswith("-"))
    return Combination(frozenset(kind for kind in kinds if not kind.startswith("-")), bars)


def _read(name: str) -> dict[str, Any]:
    source = files("parley.core.policy.wishes") / f"{name}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
