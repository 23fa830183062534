"""The clauses of the policy, from ``clauses.toml``: what each asks, at which moments, and what stays with people."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parley.core.policy.matters.matter import Moment


@dataclass(frozen=True)
class Clause:
    """One clause. ``remains``: what no program can know or do of it, '' where nothing is left."""

    id: str
    title: str
    asks: str
    moments: tuple[Moment, ...]
    remains: str = ""

    @property
    def section(self) -> str:
        """A to F as in the document; S for the systems that it names."""
        return self.id[0]


@cache
def sections() -> dict[str, str]:
    """Letter → what it is about, in the order of the document."""
    return dict(_data()["sections"])


@cache
def clauses() -> tuple[Clause, ...]:
    """All of them, in the order of the document."""
    data = _data()
    by_words = data["by_words"]
    listed = {name: values for name, values in data.items() if name not in ("sections", "by_words")}
    return tuple(_clause(name, values, by_words) for name, values in listed.items())


def _clause(name: str, values: dict[str, Any], by_words: dict[str, Any]) -> Clause:
    remains = [values.get("remains", ""), by_words["remains"] if name in by_words["clauses"] else ""]
    return Clause(name, values["title"], values["asks"], tuple(values["moments"]), " ".join(filter(None, remains)))


def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("parley.core.policy") / "clauses.toml").read_text(encoding="utf-8"))
