"""The words of the recognisers' phrases: known like any other, and the first that somebody would hide.

What nobody would take apart or run together is left out: the shortest words and stems, which stand inside of others.
"""

import re
from functools import cache
from importlib.resources import files

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.concepts.vocabulary import words_in
from parley.core.policy.screening.known_words import cost, is_known, is_made, vocabulary
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.phrases import lexicon
from parley.core.policy.screening.spoken_arabic import spoken
from parley.core.policy.screening.tokens import CLITICS

NAMED, LETTER = 55, 26  # what such a word costs, and each letter of an ending: see ``known_words.cost``
CLITIC = 8  # and what Arabic writes before it
ARABIC, DEVANAGARI = "\u0620", "\u0900"
COMMON_ENDING = 10  # each letter of one that many words have
ENGLISH = frozenset(("s", "es", "d", "ed", "er", "ers", "ing", "al"))
ROMANCE = frozenset(
    ("a", "o", "e", "i", "os", "as", "is", "us", "ar", "ada", "ado", "dos", "das", "ees", "eurs", "euse")
)
COMMON_ENDINGS = ENGLISH | ROMANCE
SHORTEST, SHORTEST_ELSEWHERE = 4, 3  # letters, also of a stem; of alphabets that leave vowels out
LONGEST_ENDING = 3
OPENING = 5  # letters that tell whether a word may be known; a shorter stem stands for no word longer than this and 2
PLAY = frozenset(("stories", "play"))
LETTERS = re.compile("(?:[^\\W\\d_]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])+")
WHOLE = 6  # letters of a stem that is most often a word by itself


def is_word(word: str) -> bool:
    """Whether the word is one that we know, or the recognisers name it."""
    if is_unheard(word):
        return is_medicine(word)
    return is_known(word) or word in _words() or bool(_begun(word))


def is_made_up(word: str, border: int) -> bool:
    """Whether a word that was put together at ``border`` is one of these, not just a word and what follows."""
    if is_unheard(word):
        return False
    return is_made(word, border) or word in _words() or any(len(stem) > border + 2 for stem in _begun(word))


def is_unheard(word: str) -> bool:
    """Whether it begins as no word that we know: soon told of letters that are none. A medicine it may be yet."""
    opening = word[:OPENING]
    if len(opening) < OPENING or opening in _openings():
        return False
    return len(word) > OPENING + 2 or not (opening[:4] in _short_stems() or opening[:3] in _short_stems())


def rarity(word: str) -> int | None:
    """Ten times the decimal logarithm of how rare the word is, None if nobody knows it."""
    known = cost(word)
    return _NAMED[word] if known is None else known


def _named(word: str) -> int | None:
    found = [_stemmed(word), spoken(word, _whole) if ARABIC <= word[:1] < DEVANAGARI else None]
    return min((price for price in found if price is not None), default=None)


def _stemmed(word: str) -> int | None:
    if not is_unheard(word):
        if word in _words():
            return NAMED
        begun = _begun(word)
        if begun:
            return NAMED + min(_ended(word, stem) for stem in begun)
    clitic = CLITICS.match(word)
    rest = _whole(word[clitic.end() :]) if clitic else None
    return None if rest is None else rest + CLITIC


def ending(letters: str, language: str = "") -> int:
    """What an ending costs; a short stem alone is no word."""
    common = ENGLISH if language == "en" else COMMON_ENDINGS
    return COMMON_ENDING * len(letters) if letters in common else LETTER * max(1, len(letters))


def _ended(word: str, stem: str, language: str = "") -> int:
    return COMMON_ENDING if len(word) == len(stem) - 1 >= WHOLE else ending(word[len(stem) - 1 :], language)


def rarity_as(word: str, language: str) -> int | None:
    """How rare a word of a stem is in the language, None if it is known without one, or not at all."""
    begun = _begun(word) if cost(word) is None and word not in _words() else ()
    return NAMED + min(_ended(word, stem, language) for stem in begun) if begun else None


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
def _openings() -> frozenset[str]:
    """The first letters of every longer word that we know or name, and of every stem."""
    return frozenset(word[:OPENING] for word in (*vocabulary(), *lexicon().words, *listed()))


@cache
def _short_stems() -> frozenset[str]:
    """Those that are no whole opening themselves."""
    stems = (word.removesuffix("*") for word in (*lexicon().words, *listed()) if word.endswith("*"))
    return frozenset(stem for stem in stems if SHORTEST_ELSEWHERE <= len(stem) < OPENING)


@cache
def listed() -> frozenset[str]:
    """The words and, with a star, the stems that the recognisers name: not those for play, which nobody hides."""
    names = sorted(file.name for file in (files("parley.core.policy.screening") / "vocabulary").iterdir())
    named = (name.removesuffix(".toml") for name in names)
    words = (word for name in named if name not in PLAY for word in words_in(name))
    return frozenset(word for word in words if _is_long(word.removesuffix("*")))


def _is_long(word: str) -> bool:
    return is_letters(word) and len(word) >= (SHORTEST if word.isascii() else SHORTEST_ELSEWHERE)


def is_letters(word: str) -> bool:
    """Whether it is made of letters, the vowel signs of Hindi among them."""
    return LETTERS.fullmatch(word) is not None
