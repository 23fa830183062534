"""Versions of the policy: the document (R0), and later texts as dated changes to its ``Terms``, one file each.

A text that tightens counts for everybody from its date. One that loosens counts for a Client only who has chosen it,
with a date and an approval (``storage/choices.py``). What permits and forbids nothing, as a price, counts at once.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from parley.core.policy.rulebook import RULEBOOK_VERSION, Rulebook
from parley.core.policy.terms import R0, Terms

Direction = Literal["tightens", "loosens", "neither"]
DOCUMENT = "R0"


@dataclass(frozen=True)
class Change:
    """One field of the terms, as a version fixes it, and whether that asks for more or for less than the document."""

    field: str
    value: Any
    direction: Direction
    clauses: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Version:
    """A text of the policy. ``includes``: names of other versions, where it stands for all of them."""

    name: str
    title: str
    effective: date
    source: str
    changes: tuple[Change, ...] = ()
    includes: tuple[str, ...] = ()

    @property
    def loosens(self) -> bool:
        """Whether it counts only for a Client that chose it."""
        return any(change.direction == "loosens" for change in self.changes)


@cache
def versions() -> Mapping[str, Version]:
    """Every version by its name, in the order of their dates."""
    folder = files("parley.core.policy") / "versions"
    listed = [
        _read(entry.name.removesuffix(".toml"), entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    ]
    return {each.name: each for each in sorted(listed, key=lambda each: (each.effective, each.name))}


def loosenings() -> tuple[Version, ...]:
    """What a Client may choose."""
    return tuple(version for version in versions().values() if version.loosens)


@lru_cache(maxsize=4096)
def rulebook_for(choices: tuple[str, ...], today: date) -> Rulebook:
    """What is in force for a Client on that day. ``choices``: loosenings that it has chosen, and that are approved.

    A choice of a version that is not known, or not in force yet, opens nothing.
    """
    return _rulebook(v for v in versions().values() if v.effective <= today and (not v.loosens or v.name in choices))


@cache
def rulebook_named(name: str) -> Rulebook:
    """``R0``, ``R1`` or ``R0+stop-signal+…``: those texts and no others, on whatever day. Raises KeyError."""
    document, *named = name.split("+")
    base = versions()[document.partition(".")[0]]
    wanted = {*base.includes, *named}
    if unknown := wanted - versions().keys():
        raise KeyError(sorted(unknown)[0])
    return _rulebook(version for version in versions().values() if version.name in wanted)


def _rulebook(counted: Iterable[Version]) -> Rulebook:
    applied = [version for version in counted if version.changes]
    values = {change.field: change.value for version in applied for change in version.changes}
    return _made("+".join([RULEBOOK_VERSION, *(version.name for version in applied)]), replace(R0, **values))


@cache
def _made(name: str, terms: Terms) -> Rulebook:
    """The same rulebook for the same terms: it remembers which rules ask about what."""
    return Rulebook(name, terms)


def _read(name: str, text: str) -> Version:
    data = tomllib.loads(text)
    changes = tuple(_change(each) for each in data.get("changes", ()))
    return Version(name, data["title"], data["effective"], data["source"], changes, tuple(data.get("includes", ())))


def _change(data: dict[str, Any]) -> Change:
    if data["field"] not in {field.name for field in fields(Terms)}:
        raise ValueError(f"{data['field']} is not a field of Terms")
    return Change(data["field"], _frozen(data["value"]), data["direction"], tuple(data["clauses"]), data["why"])


def _frozen(value: Any) -> Any:
    """Lists as tuples, so that terms can be compared and kept by their value."""
    return tuple(_frozen(each) for each in value) if isinstance(value, list) else value
