"""Most of our own sentences of hate, harm and offence are found in each language, and hardly an honest one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.core.policy.screening.detectors import discrimination, harm, hate, offensive
from parley.core.policy.screening.hits import HIT
from parley.core.policy.screening.reading import read

FINDS = {"E2": (harm,), "E6": (hate, discrimination), "E7": (offensive,)}
FOUND, FALSE_ALARMS = 0.9, 0.08
CASES = [(clause, language) for clause in FINDS for language in ("en", "es", "pt", "fr", "ar", "hi")]


def sentences(clause: str, language: str, kind: str) -> list[str]:
    file = Path(__file__).parent / "sentences" / f"{clause}.toml"
    listed: list[str] = tomllib.loads(file.read_text(encoding="utf-8"))[language][kind]
    return listed


def share(clause: str, texts: list[str]) -> float:
    hits = [any(hit.strength >= HIT for find in FINDS[clause] for hit in find.find(read(text))) for text in texts]
    return sum(hits) / len(hits)


@pytest.mark.parametrize(("clause", "language"), CASES)
def test_most_breaches_are_found(clause: str, language: str) -> None:
    assert share(clause, sentences(clause, language, "breach")) >= FOUND


@pytest.mark.parametrize(("clause", "language"), CASES)
def test_hardly_an_honest_sentence_is_taken_for_one(clause: str, language: str) -> None:
    assert share(clause, sentences(clause, language, "honest")) <= FALSE_ALARMS


@given(st.text(max_size=400))
def test_no_text_makes_a_recogniser_fail(text: str) -> None:
    for clause in FINDS:
        assert 0 <= share(clause, [text]) <= 1
