"""Questions written before the recognisers were changed, and never looked at while they were: only their sums are."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import HIT, screen

SENTENCES = Path(__file__).parent / "sentences"
CLAUSES = frozenset(("E2", "E6"))


def share(file: str, label: str) -> float:
    kinds = tomllib.loads((SENTENCES / file).read_text(encoding="utf-8"))
    texts = [line for kind in kinds.values() if isinstance(kind, dict) for line in kind[label].strip().splitlines()]
    found = [any(hit.group in CLAUSES and hit.strength >= HIT for hit in screen(text)) for text in texts]
    return sum(found) / len(found)


@pytest.mark.parametrize(("file", "least"), [("E2_held.toml", 0.9), ("E2_kinds.toml", 0.95)])
def test_most_questions_for_harm_are_found(file: str, least: float) -> None:
    assert share(file, "breach") >= least


@pytest.mark.parametrize(("file", "most"), [("E2_held.toml", 0.08), ("E2_kinds.toml", 0.03)])
def test_few_questions_that_only_sound_so_are(file: str, most: float) -> None:
    assert share(file, "honest") <= most
