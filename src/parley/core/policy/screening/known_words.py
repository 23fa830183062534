"""The words that we know, with how rare each is: what is not among them may be written wrongly on purpose.

``python -m scripts.teach_words`` makes the file.
"""

import tomllib
from functools import cache
from importlib.resources import files
from sys import intern

from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.phrases import lexicon

FILE = "words.txt"
DEAREST = 1_000


def is_known(word: str) -> bool:
    """Whether the word is one of any language that we know, or the lists name it."""
    return word in vocabulary() or lexicon().knows(word) or is_medicine(word)


def is_made(word: str, border: int) -> bool:
    """Whether a word that was put together at ``border`` is one that we know, not just a word and what follows."""
    return word in vocabulary() or lexicon().names(word, border)


def cost(word: str) -> int | None:
    """Ten times the decimal logarithm of how rare the word is, None if it is not known."""
    return vocabulary().get(word)


@cache
def small_words() -> frozenset[str]:
    """The short words that sentences are held together by."""
    return frozenset(word for words in _holding_together().values() for word in words.split() if len(word) <= 3)


def small_words_of(language: str) -> frozenset[str]:
    """The words that sentences of the language are held together by, the longer ones too."""
    return frozenset(_holding_together()[language].split())


def _holding_together() -> dict[str, str]:
    return tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))


@cache
def vocabulary() -> dict[str, int]:
    """Every word with its cost, in the language that it is commonest in."""
    found: dict[str, int] = {}
    for words in by_language().values():
        for word, price in words.items():
            if price < found.get(word, DEAREST):
                found[word] = price
    return found


@cache
def by_language() -> dict[str, dict[str, int]]:
    """The words of each language with their costs."""
    found: dict[str, dict[str, int]] = {}
    for line in (files("parley.core.policy.screening") / FILE).read_text(encoding="utf-8").splitlines():
        language, price, *words = map(intern, line.split())
        found.setdefault(language, {}).update(dict.fromkeys(words, int(price)))
    return found
