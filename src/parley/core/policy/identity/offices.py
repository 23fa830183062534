"""Kinds of organisation that are believed without a name, "your bank", "the police" (data: ``offices.toml``)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.core.policy.screening.concepts.vocabulary import choices
from parley.core.policy.screening.normalise import fold


@dataclass(frozen=True)
class Office:
    """``written``: how texts call it; ``sectors`` and ``words``: by what somebody who is one is known."""

    name: str
    written: tuple[str, ...]
    sectors: frozenset[str]
    words: tuple[str, ...]
    is_a_word: bool = False

    def is_one(self, sector: str, names: Iterable[str]) -> bool:
        """Whether a business of that sector, with these names, is of this kind itself."""
        said = {word for name in names for word in fold(name).split()}
        return sector.strip().casefold() in self.sectors or any(
            word in own for word in self.words for own in said if len(own) - len(word) <= LONGER
        )


LONGER = 8  # letters that a name may add to the word: Northbank, Volksbank


@cache
def offices() -> tuple[Office, ...]:
    """All kinds."""
    source = files("parley.core.policy.identity") / "offices.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return tuple(
        Office(each["name"], _written(each["written"]), frozenset(each["sectors"]), tuple(map(fold, each["words"])))
        for each in data.values()
    )


def _written(listed: str) -> tuple[str, ...]:
    return tuple(phrase for each in listed.split(",") if each.strip() for phrase in choices(each.strip()))
