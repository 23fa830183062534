"""The short words of each language: what else is so short is a scrap of a longer one."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

SHORT = 3  # letters


def is_short_word_of(word: str, language: str) -> bool:
    """Whether it is one of the short words of the language."""
    return word in short_words()[language]


@lru_cache(maxsize=20_000)
def languages_with(word: str) -> int:
    """One bit for each language that has the short word."""
    return sum(1 << place for place, words in enumerate(short_words().values()) if word in words)


@cache
def short_words() -> dict[str, frozenset[str]]:
    """Those of each language."""
    data = tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))
    return {name: frozenset(word for word in words.split() if len(word) <= SHORT) for name, words in data.items()}
