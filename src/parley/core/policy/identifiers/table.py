"""The table of national numbers: how each is written, who checks it, and when its form is enough."""

import importlib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from stdnum import numdb

from parley.core.policy.identifiers.data import read

LATE = ("cn/loc", "id/loc", "my/bp", "nz/banks")  # tables of the checkers' own, thousands of lines
SEPARATORS = str.maketrans("", "", " .-/()")
SHAPE = {**{ord(c): "9" for c in "0123456789"}, **{ord(c): "a" for c in "abcdefghijklmnopqrstuvwxyz"}}


@dataclass(frozen=True)
class Row:
    """One number of one country."""

    id: str
    name: str
    country: str
    forms: frozenset[str]
    shapes: frozenset[str]
    alone: Literal["always", "written", "formed", "bare", "named"]
    tags: frozenset[str]
    speaks: tuple[str, ...]
    module: Any
    checks: bool

    @property
    def kind(self) -> str:
        """As it is called for people."""
        return f"{self.name} ({self.country})"

    def is_valid(self, compact: str) -> bool:
        """Whether its check digits are right; without a module nobody can say."""
        if self.module is None:
            return False
        try:
            return bool(self.module.is_valid(compact.upper()))
        except (LookupError, ValueError):  # some modules stumble over places and dates that they do not know
            return False


@cache
def rows() -> tuple[Row, ...]:
    """Every row of the table."""
    return tuple(_row(each) for each in read("national.toml")["number"])


def _row(each: dict[str, Any]) -> Row:
    module = importlib.import_module(f"stdnum.{each['module']}") if "module" in each else None
    forms = frozenset(each["forms"])
    return Row(
        id=each["id"],
        name=each["name"],
        country=each["country"],
        forms=frozenset(form for form in forms if form.translate(SEPARATORS) != form),
        shapes=frozenset(form.translate(SEPARATORS) for form in forms),
        alone=each["alone"],
        tags=frozenset({each["id"], *each["generic"]}),
        speaks=tuple(each.get("speaks", ())),
        module=module,
        checks=each.get("checks", True),
    )


def read_late() -> None:
    """Read what checkers read when they are first asked: the places of a country, its banks."""
    for each in LATE:
        numdb.get(each)


@cache
def by_id() -> dict[str, Row]:
    """The rows by their id."""
    return {row.id: row for row in rows()}


@cache
def by_shape() -> dict[str, tuple[Row, ...]]:
    """The rows that may be written so, separators left out."""
    made: dict[str, list[Row]] = {}
    for row in rows():
        for shape in sorted(row.shapes):
            made.setdefault(shape, []).append(row)
    return {shape: tuple(sorted(each, key=lambda row: row.alone != "always")) for shape, each in made.items()}


@cache
def alone_by_shape() -> dict[str, tuple[Row, ...]]:
    """The same, without the rows that must be named."""
    return {shape: tuple(row for row in each if row.alone != "named") for shape, each in by_shape().items()}


@cache
def code_shapes() -> frozenset[str]:
    """How the numbers with letters are written."""
    return frozenset(shape for shape in by_shape() if "a" in shape)


@cache
def beginnings() -> frozenset[str]:
    """How a number with letters may begin."""
    return frozenset(shape[:end] for shape in code_shapes() for end in range(1, len(shape) + 1))


@cache
def codes_of_length(length: int) -> tuple[str, ...]:
    """The shapes with letters of this length."""
    return tuple(shape for shape in by_shape() if shape in code_shapes() and len(shape) == length)


@cache
def lengths() -> frozenset[int]:
    """How many digits the numbers without letters have."""
    return frozenset(len(shape) for shape in by_shape() if "a" not in shape)
