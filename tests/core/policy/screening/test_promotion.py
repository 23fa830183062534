"""Promotions that name no offer are found in each language, and notices of service are not."""

import tomllib
from pathlib import Path

import pytest

from parley.core.policy.screening import HIT, screen

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences" / "C2.toml").read_text(encoding="utf-8"))


def sentences(kind: str) -> list[str]:
    return [line for part in SENTENCES.values() if isinstance(part, dict) for line in part[kind].strip().splitlines()]


def promotes(text: str) -> bool:
    return any(hit.group == "C2" and hit.strength >= HIT for hit in screen(text))


@pytest.mark.parametrize("text", sentences("breach"))
def test_what_would_have_people_buy_is_found(text: str) -> None:
    assert promotes(text)


@pytest.mark.parametrize("text", sentences("honest"))
def test_a_notice_of_service_is_left_in_peace(text: str) -> None:
    assert not promotes(text)
