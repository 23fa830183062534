"""Whether a place's law asks more of systems that handle health information (D4)."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def strictest_law(countries: Iterable[str]) -> str | None:
    """The law that forbids it in one of the countries, None where none is on file."""
    known = _laws()
    return next((known[country] for country in countries if country in known), None)


@cache
def _laws() -> dict[str, str]:
    data = tomllib.loads((files("parley.core.policy") / "health.toml").read_text(encoding="utf-8"))
    return {
        country: entry["law"]
        for name, entry in data.items()
        if entry["heightened"]
        for country in entry.get("countries", [name])
    }
