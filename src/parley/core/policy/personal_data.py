"""What each column that holds something about a customer may leave for (D2): the data file ``personal_data.toml``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def purposes_of(column: str) -> frozenset[str] | None:
    """The purposes of ``table.column``; None for one that nobody has tagged."""
    origin = columns().get(column)
    return None if origin is None else frozenset(_data()["origins"][origin])


def origin_of(column: str) -> str:
    """Where its content came from, '' for one that nobody has tagged."""
    return columns().get(column, "")


def columns() -> dict[str, str]:
    """``table.column`` → origin."""
    tagged: dict[str, str] = _data()["columns"]
    return tagged


def columns_of(*tables: str) -> tuple[str, ...]:
    """All tagged columns of the tables."""
    return tuple(name for name in columns() if name.partition(".")[0] in tables)


def tables_without_customers() -> frozenset[str]:
    """Tables that hold nothing about a customer."""
    return frozenset(_data()["tables"]["without_customers"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("parley.core.policy") / "personal_data.toml").read_text(encoding="utf-8"))
