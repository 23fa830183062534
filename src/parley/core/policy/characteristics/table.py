"""The list of protected characteristics (``fields.toml``), by how they are said."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from parley.core.policy.screening.normalise import fold

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
WORD = re.compile("[\\w\u0900-\u0963']+")
READ = 200  # letters of a name
LONGEST = 4  # words in a name of the list


@dataclass(frozen=True)
class Characteristic:
    """A protected characteristic. ``sure``: it itself, not only something that it can be guessed from."""

    name: str
    sure: bool


class Found(NamedTuple):
    """A phrase of the list, and the characteristic that it stands for."""

    phrase: str
    characteristic: str


def words_in(name: str) -> list[str]:
    """``dateOfBirth``, ``date_of_birth`` and ``contact.date-of-birth`` are one."""
    return WORD.findall(fold(HUMP.sub(" ", name[:READ])).replace("-", " "))


def longest(words: list[str], names: dict[str, str]) -> Found | None:
    """The longest run of words that is on the list."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = " ".join(words[start : start + length])
            if phrase in names:
                return Found(phrase, names[phrase])
    return None


def fitting(words: list[str], name: str) -> bool:
    """Whether one of these phrases stands among the words."""
    return longest(words, dict.fromkeys(words_of(name), name)) is not None


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one kind, as names are read."""
    return frozenset(fold(word) for word in _data()["words"][name])


@cache
def table() -> dict[str, dict[str, str]]:
    """By kind, each phrase with its characteristic."""
    characteristics = {name: entry for name, entry in _data().items() if name != "words"}
    return {
        kind: {" ".join(words_in(word)): name for name, entry in characteristics.items() for word in entry[kind]}
        for kind in ("fields", "proxies", "groups")
    }


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    source = files("parley.core.policy.characteristics") / "fields.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
