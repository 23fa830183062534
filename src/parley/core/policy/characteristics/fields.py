"""Which protected characteristic a field, or the value of a tag, stands for."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from parley.core.policy.screening.normalise import fold

HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
WORD = re.compile("[\\w\u0900-\u0963']+")
LONGEST = 4  # words in a field's name of the list


@dataclass(frozen=True)
class Characteristic:
    """A protected characteristic. ``sure``: it itself, not only something that it can be guessed from."""

    name: str
    sure: bool


@lru_cache(maxsize=4096)
def characteristic_of(field: str, value: str = "") -> Characteristic | None:
    """What people would be selected by."""
    words = _words(field)
    if not _words_of("of_things") & set(words):
        table = _table()
        for kind, sure in (("fields", True), ("proxies", False)):
            found = _longest(words, table[kind])
            if found:
                return Characteristic(found, sure)
    if _words_of("grouping") & set(words) and value:
        group = _group(_words(value))
        return Characteristic(group, False) if group else None
    return None


def _longest(words: list[str], names: dict[str, str]) -> str | None:
    """The characteristic of the longest run of words that is on the list."""
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = names.get(" ".join(words[start : start + length]))
            if found:
                return found
    return None


def _group(words: list[str]) -> str | None:
    named = " ".join(word for word in words if word not in _words_of("people"))
    return _table()["groups"].get(named)


def _words(name: str) -> list[str]:
    """``dateOfBirth``, ``date_of_birth`` and ``contact.date-of-birth`` are one."""
    return WORD.findall(fold(HUMP.sub(" ", name[:200])).replace("-", " "))


@cache
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _data()["words"][name])


@cache
def _table() -> dict[str, dict[str, str]]:
    characteristics = {name: entry for name, entry in _data().items() if name != "words"}
    return {
        kind: {" ".join(_words(word)): name for name, entry in characteristics.items() for word in entry[kind]}
        for kind in ("fields", "proxies", "groups")
    }


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    source = files("parley.core.policy.characteristics") / "fields.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
