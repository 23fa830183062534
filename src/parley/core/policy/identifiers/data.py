"""The reviewed lists that lie beside this file."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read(name: str) -> dict[str, Any]:
    """One of the lists."""
    return tomllib.loads((files("parley.core.policy.identifiers") / name).read_text(encoding="utf-8"))


def words(name: str, key: str) -> frozenset[str]:
    """A list of words that is written as one text."""
    return frozenset(read(name)[key].split())
