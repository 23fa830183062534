"""Well-known names (the data file ``brands.toml``), and finding one however it is written."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from rapidfuzz.distance import OSA

from parley.core.policy.identity.barring import domain_of
from parley.core.policy.sanctions.naming import romanised
from parley.core.policy.screening.normalise import fold

Likeness = Literal["same", "part", "near"]
LEET = str.maketrans("01345789@$!|", "oleastbgasil")
NOT_WORD = re.compile(r"[\W_]+")
SHORTEST_SLIP = 6
# With one of these beside it, also an everyday word is meant as a name: "Visa Help", "Orange Official".
CALLS_FOR_TRUST = frozenset(
    ["help", "support", "service", "care", "security", "official", "customer", "team", "verified", "account"]
)


@dataclass(frozen=True)
class Brand:
    """A well-known name. ``is_a_word``: it means something else too, so it counts only where it is the whole name."""

    name: str
    written: tuple[str, ...]
    domains: tuple[str, ...]
    is_a_word: bool

    def owns(self, addresses: Iterable[str]) -> bool:
        """Whether one of the websites or e-mail addresses is its owner's."""
        hosts = [domain_of(each.rpartition("@")[2]) for each in addresses]
        return any(host == own or host.endswith(f".{own}") for host in hosts for own in self.domains)


@cache
def brands() -> tuple[Brand, ...]:
    """All of them."""
    source = files("parley.core.policy.identity") / "brands.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))["brands"]
    return tuple(
        Brand(name, (name, *each.get("also", ())), tuple(each["domains"]), bool(each.get("word")))
        for name, each in table.items()
    )


def brand_in(name: str) -> tuple[Brand, Likeness] | None:
    """The well-known name that a display name is, has as a part, or is but for one letter."""
    shown = _ways(name)
    for kind in ("same", "part", "near"):
        for brand, forms in _forms():
            if any(_is(kind, way, form, brand) for way in shown for form in forms):
                return brand, kind
    return None


def _is(kind: str, shown: tuple[str, ...], brand: tuple[str, ...], of: Brand) -> bool:
    joined, wanted = "".join(shown), "".join(brand)
    if kind == "same":
        return joined == wanted
    if kind == "part":
        if of.is_a_word and not CALLS_FOR_TRUST & set(shown):
            return False
        run = len(brand)
        return any(shown[i : i + run] == brand for i in range(len(shown) - run + 1)) or (
            len(wanted) >= SHORTEST_SLIP and any(word.startswith(wanted) for word in shown)
        )
    return not of.is_a_word and len(wanted) >= SHORTEST_SLIP and OSA.distance(joined, wanted, score_cutoff=1) == 1


def _ways(name: str) -> set[tuple[str, ...]]:
    """As written, with digits read as letters, and in Latin letters."""
    folded = fold(name)
    texts = {folded, folded.translate(LEET), romanised(name)}
    return {tuple(NOT_WORD.sub(" ", text).split()) for text in texts} - {()}


@cache
def _forms() -> tuple[tuple[Brand, tuple[tuple[str, ...], ...]], ...]:
    return tuple(
        (brand, tuple(tuple(NOT_WORD.sub(" ", fold(form)).split()) for form in brand.written)) for brand in brands()
    )
