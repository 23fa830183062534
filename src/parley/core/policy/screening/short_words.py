"""The short words of each language: what else is so short is a scrap of a longer one."""

import tomllib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from importlib.resources import files

SHORT = 3  # letters


def is_short_word_of(word: str, language: str) -> bool:
    """Whether it is one of the short words of the language."""
    return word in short_words()[language]


@lru_cache(maxsize=20_000)
def languages_with(word: str) -> int:
    """One bit for each language that has the short word."""
    return _with(word, short_words())


@lru_cache(maxsize=20_000)
def any_languages_with(word: str) -> int:
    """The same of rarer ones too, which are no pieces of a word that is cut."""
    return _with(word, _all_short_words())


def _with(word: str, short: Mapping[str, AbstractSet[str]]) -> int:
    return sum(1 << place for place, words in enumerate(short.values()) if word in words)


@cache
def short_words() -> dict[str, frozenset[str]]:
    """Those of each language that tell it."""
    return _listed("language.toml")


@cache
def _all_short_words() -> dict[str, frozenset[str]]:
    rarer = _listed("short_words.toml")
    return {name: words | rarer.get(name, frozenset()) for name, words in short_words().items()}


def _listed(name: str) -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("parley.core.policy.screening") / name).read_text(encoding="utf-8"))
    return {name: frozenset(word for word in words.split() if len(word) <= SHORT) for name, words in data.items()}
