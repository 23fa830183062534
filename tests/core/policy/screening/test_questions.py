"""Questions that sound alike: those that ask for harm are found, those about games, kitchens and history are not."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import HIT, screen

QUESTIONS = tomllib.loads((Path(__file__).parent / "sentences" / "E2_questions.toml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "es", "pt", "fr", "ar", "hi")
FOUND, FALSE_ALARMS = 0.9, 0.05


def share(texts: list[str]) -> float:
    return sum(any(hit.group in ("E2", "E6") and hit.strength >= HIT for hit in screen(each)) for each in texts) / len(
        texts
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_questions_for_harm_are_found(language: str) -> None:
    assert share(QUESTIONS[language]["breach"]) >= FOUND


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_a_question_that_only_sounds_so_is(language: str) -> None:
    assert share(QUESTIONS[language]["honest"]) <= FALSE_ALARMS
