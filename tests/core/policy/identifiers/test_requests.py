import tomllib
from pathlib import Path

import pytest

from parley.core.policy.identifiers.requests import asks_for

SENTENCES = tomllib.loads(Path(__file__).with_name("requests.toml").read_text(encoding="utf-8"))


def sentences(section: str) -> list[str]:
    return [sentence for language in SENTENCES[section].values() for sentence in language]


@pytest.mark.parametrize("sentence", sentences("asks"))
def test_a_request_is_heard(sentence: str) -> None:
    assert asks_for(sentence)


@pytest.mark.parametrize("sentence", sentences("passes"))
def test_what_only_looks_like_a_request_passes(sentence: str) -> None:
    assert asks_for(sentence) is None


def test_what_is_asked_for_is_told() -> None:
    assert asks_for("Please send me your card number.") == "card number"
    assert asks_for("¿Cuál es tu contraseña?") == "password"
    assert asks_for("Qual é o seu CPF?") == "CPF number"
