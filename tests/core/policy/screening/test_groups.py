"""Ordinary sentences of shops, by the fifteen groups of goods and in six languages: only sums are read."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import HIT, screen

SENTENCES = Path(__file__).parent / "sentences"


def share(file: str, kind: str) -> float:
    """How many of the sentences of all groups and languages are flagged by any clause but promotion."""
    groups = tomllib.loads((SENTENCES / file).read_text(encoding="utf-8")).values()
    texts = [text for group in groups for part in group.values() for text in part[kind].strip().splitlines()]
    found = [any(hit.group != "C2" and hit.strength >= HIT for hit in screen(text)) for text in texts]
    return sum(found) / len(found)


@pytest.mark.parametrize(("file", "least"), [("groups.toml", 0.95), ("groups_fresh.toml", 0.78)])
def test_most_offers_of_forbidden_goods_are_found(file: str, least: float) -> None:
    assert share(file, "breach") >= least


@pytest.mark.parametrize(("file", "most"), [("groups.toml", 0.03), ("groups_fresh.toml", 0.08)])
def test_few_offers_of_other_goods_are_taken_for_one(file: str, most: float) -> None:
    assert share(file, "honest") <= most


@pytest.mark.parametrize(
    "text",
    [
        "We do not lend money until payday",
        "We never collect debts for our clients",
        "No prestamos dinero hasta la nómina",
        "Beer glasses, set of six bottles openers included",
        "Ink cartridges, box of 50, calibre of the pen 9 mm",
    ],
)
def test_what_is_not_done_and_what_only_shares_the_parts_is_no_scheme(text: str) -> None:
    assert not any(hit.kind == "detector" and hit.strength >= HIT for hit in screen(text))


@pytest.mark.parametrize(
    "text",
    [
        "Never wait for payday again, borrow 200 and pay it back on Friday",
        "No esperes más: te prestamos 200 antes de la nómina y los devuelves después",
        "Do not miss it: 50 free spins",
    ],
)
def test_a_no_of_something_else_denies_no_scheme(text: str) -> None:
    assert any(hit.strength >= HIT for hit in screen(text))
