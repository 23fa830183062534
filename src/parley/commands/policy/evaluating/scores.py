"""How strongly each part of the product takes a message for a breach."""

from collections.abc import Iterable
from dataclasses import dataclass

from parley.core.policy.identifiers import find_identifiers
from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.screening import HIT, Hit, screen, signs

CERTAIN = 0.95
PARTS = ("rules", "models", "both")


@dataclass(frozen=True)
class Score:
    """The strongest hit of each part on one message; ``named``: the groups that the product would refuse it for."""

    rules: float
    models: float
    both: float
    named: frozenset[str]


def score(text: str, groups: Iterable[str]) -> Score:
    """Only hits of these groups count."""
    wanted = frozenset(groups)
    alone = [*signs(text), *_identifiers(text, wanted)]
    together = [*screen(text), *_identifiers(text, wanted)]
    return Score(
        rules=_strongest(hit for hit in alone if hit.group in wanted and hit.kind != "model"),
        models=_strongest(hit for hit in alone if hit.group in wanted and hit.kind == "model"),
        both=_strongest(hit for hit in together if hit.group in wanted),
        named=frozenset(hit.group.split()[0] for hit in together if hit.group in wanted and hit.strength >= HIT),
    )


def _strongest(hits: Iterable[Hit]) -> float:
    return max((hit.strength for hit in hits), default=0.0)


def _identifiers(text: str, wanted: frozenset[str]) -> list[Hit]:
    """The recognisers of D3 say yes or no, which is as good as certain."""
    found = []
    if "D3" in wanted and find_identifiers(text):
        found.append(Hit("D3", "detector", CERTAIN, "identifier"))
    if "D3 request" in wanted and asks_for(text):
        found.append(Hit("D3 request", "detector", CERTAIN, "request"))
    return found
