"""The words of the recognisers' phrases: known like any other, and the first that somebody would hide.

What nobody would take apart or run together is left out: the shortest words and stems, which stand inside of others.
"""

from functools import cache
from importlib.resources import files

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.concepts.vocabulary import words_in
from parley.core.policy.screening.known_words import cost, is_known, is_made
from parley.core.policy.screening.tokens import CLITICS

NAMED, LETTER = 55, 26  # what such a word costs, and each letter of an ending: see ``known_words.cost``
CLITIC = 8  # and what Arabic writes before it
SHORTEST, SHORTEST_ELSEWHERE = 4, 3  # letters, also of a stem; of alphabets that leave vowels out
LONGEST_ENDING = 3


def is_word(word: str) -> bool:
    """Whether the word is one that we know, or the recognisers name it."""
    return is_known(word) or word in _words() or bool(_begun(word))


def is_made_up(word: str, border: int) -> bool:
    """Whether a word that was put together at ``border`` is one of these, not just a word and what follows."""
    return is_made(word, border) or word in _words() or any(len(stem) > border + 2 for stem in _begun(word))


def rarity(word: str) -> int | None:
    """Ten times the decimal logarithm of how rare the word is, None if nobody knows it."""
    known = cost(word)
    return _NAMED[word] if known is None else known


def _named(word: str) -> int | None:
    if word in _words():
        return NAMED
    endings = [len(word) + 1 - len(stem) for stem in _begun(word)]
    if endings:
        return NAMED + LETTER * max(1, min(endings))  # a stem alone is no word
    clitic = CLITICS.match(word)
    rest = _whole(word[clitic.end() :]) if clitic else None
    return None if rest is None else rest + CLITIC


def _whole(word: str) -> int | None:
    known = cost(word)
    return NAMED if known is None and word in _words() else known


_NAMED = ByWord(_named)


def _begun(word: str) -> list[str]:
    """The stems, with their star, that the word is no more than an ending longer than."""
    return [stem for stem in _beginnings().of(word) if len(word) - len(stem) < LONGEST_ENDING]


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in listed() if not word.endswith("*"))


@cache
def _beginnings() -> Beginnings:
    return Beginnings(word for word in listed() if word.endswith("*"))


@cache
def listed() -> frozenset[str]:
    """The words and, with a star, the stems that the recognisers name."""
    names = sorted(file.name for file in (files("parley.core.policy.screening") / "vocabulary").iterdir())
    words = (word for name in names for word in words_in(name.removesuffix(".toml")))
    return frozenset(word for word in words if _is_long(word.removesuffix("*")))


def _is_long(word: str) -> bool:
    return word.isalpha() and len(word) >= (SHORTEST if word.isascii() else SHORTEST_ELSEWHERE)
