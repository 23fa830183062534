"""What shops and others write in six languages, and what only sounds like it; one half is read as sums only."""

import tomllib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from parley.core.policy.identifiers.requests import asks_for
from parley.core.policy.screening import HIT, screen

LINES = tomllib.loads((Path(__file__).parent / "sentences" / "shops.toml").read_text(encoding="utf-8"))
PROMOTION = "C2"  # a matter of templates: nothing is forbidden about it in a chat
HARM = frozenset(("E2", "E6", "E7"))
HALVES = ("seen", "held")
LEAST = {"seen": 0.95, "held": 0.9}
MOST = {"seen": 0.01, "held": 0.07}
MOST_QUESTIONS = {"seen": 0.02, "held": 0.11}


def half_of(text: str) -> str:
    """By its hash, so that nobody chooses."""
    return HALVES[sha256(text.encode()).digest()[0] % 2]


def lines(block: str, half: str) -> list[str]:
    return [line for line in block.strip().splitlines() if half_of(line) == half]


def clauses_of(text: str) -> set[str]:
    """Those of which something is found."""
    found = {hit.group for hit in screen(text) if hit.strength >= HIT and hit.group != PROMOTION}
    return found | {"D3"} if asks_for(text) else found


def share(found: Iterable[bool]) -> float:
    each = list(found)
    return sum(each) / len(each)


@pytest.mark.parametrize("half", HALVES)
def test_most_breaches_are_stopped(half: str) -> None:
    texts = [text for clauses in LINES["breach"].values() for block in clauses.values() for text in lines(block, half)]
    assert share(bool(clauses_of(text)) for text in texts) >= LEAST[half]


@pytest.mark.parametrize("half", HALVES)
def test_few_honest_lines_are(half: str) -> None:
    texts = [text for block in LINES["honest"].values() for text in lines(block, half)]
    assert share(bool(clauses_of(text)) for text in texts) <= MOST[half]


@pytest.mark.parametrize("half", HALVES)
def test_few_questions_that_sound_of_harm_are_taken_for_it(half: str) -> None:
    texts = [text for block in LINES["harmless"].values() for text in lines(block, half)]
    assert share(bool(clauses_of(text) & HARM) for text in texts) <= MOST_QUESTIONS[half]
