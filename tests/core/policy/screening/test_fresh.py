"""Sentences written before the screens were worked on; what was worked with since is held to more than the others."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import HIT, screen

SENTENCES = Path(__file__).parent / "sentences"
GOODS = frozenset(("E3", *(f"E4.{number}" for number in range(15))))
CLAUSES = {"B8": frozenset(("B8",)), "D4": frozenset(("D4",)), "E2": frozenset(("E2", "E6"))}


def share(file: str, label: str) -> float:
    """Of the sentences of a file how many are flagged, in all languages or kinds."""
    data = tomllib.loads((SENTENCES / file).read_text(encoding="utf-8"))
    counted = CLAUSES.get(data.get("clause", ""), GOODS)
    parts = [part for part in data.values() if isinstance(part, dict)]
    texts = [line for part in parts for line in part.get(label, "").strip().splitlines()]
    found = [any(hit.group in counted and hit.strength >= HIT for hit in screen(text)) for text in texts]
    return sum(found) / len(found)


@pytest.mark.parametrize(
    ("file", "least"),
    [
        ("health_fresh.toml", 0.87),
        ("health_second.toml", 0.9),
        ("health_second_read.toml", 0.93),
        ("health_third.toml", 0.34),
        ("health_counters.toml", 0.71),
        ("B8_fresh.toml", 0.55),
        ("E2_fresh.toml", 0.74),
        ("E2_fresh_read.toml", 0.85),
        ("E2_later.toml", 0.81),
        ("E2_later_read.toml", 0.94),
        ("E2_sounding.toml", 0.94),
        ("E2_alarms.toml", 0.67),
        ("E2_alarms_read.toml", 0.86),
        ("goods_fresh.toml", 0.97),
        ("goods_second.toml", 0.97),
        ("goods_third.toml", 0.67),
        ("goods_fourth.toml", 0.89),
        ("services_fresh.toml", 0.1),
    ],
)
def test_most_breaches_are_found(file: str, least: float) -> None:
    assert share(file, "breach") >= least


@pytest.mark.parametrize(
    ("file", "most"),
    [
        ("health_fresh.toml", 0.11),
        ("health_second.toml", 0.19),
        ("health_second_read.toml", 0.07),
        ("health_third.toml", 0.2),
        ("health_counters.toml", 0.05),
        ("B8_fresh.toml", 0.02),
        ("E2_fresh.toml", 0.06),
        ("E2_fresh_read.toml", 0.03),
        ("E2_later.toml", 0.12),
        ("E2_later_read.toml", 0.04),
        ("E2_sounding.toml", 0.04),
        ("E2_alarms.toml", 0.08),
        ("E2_alarms_read.toml", 0.02),
        ("goods_fresh.toml", 0.02),
        ("goods_second.toml", 0.02),
        ("goods_third.toml", 0.08),
        ("goods_fourth.toml", 0.05),
        ("services_fresh.toml", 0.02),
    ],
)
def test_few_honest_ones_are_taken_for_one(file: str, most: float) -> None:
    assert share(file, "honest") <= most
