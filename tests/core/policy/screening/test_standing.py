"""Ivory-coloured is no ivory, and "cards not accepted" makes whisky no less for sale."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from parley.core.policy.examples import CLIENT, NOW, PROFILE, an_outbound
from parley.core.policy.facts import NumberFacts
from parley.core.policy.gate import decide

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences" / "standing.toml").read_text(encoding="utf-8"))
SHOP = replace(CLIENT, name="Casa Verde", legal_name="Casa Verde SL", sector="retail")
NUMBER = NumberFacts("1", "Casa Verde", PROFILE, NOW)


def sentences(kind: str) -> list[str]:
    return [line for part in SENTENCES.values() for line in part[kind].strip().splitlines()]


def passes(text: str) -> bool:
    return decide(an_outbound(text, client=SHOP, number=NUMBER)).lets_pass


@pytest.mark.parametrize("text", sentences("honest"))
def test_an_honest_message_passes(text: str) -> None:
    assert passes(text)


@pytest.mark.parametrize("text", sentences("breach"))
def test_what_excuses_one_word_excuses_no_offer(text: str) -> None:
    assert not passes(text)
