"""Ivory-coloured is no ivory, and "cards not accepted" makes whisky no less for sale."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from parley.core.policy.examples import CLIENT, NOW, PROFILE, an_outbound
from parley.core.policy.facts import NumberFacts
from parley.core.policy.gate import decide
from parley.core.policy.screening import HIT, screen

SENTENCES = tomllib.loads((Path(__file__).parent / "sentences" / "reasons.toml").read_text(encoding="utf-8"))
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


@pytest.mark.parametrize(
    "text",
    [
        "Glock 19 for sale. My price is 400",
        "Whisky, 20 pounds a bottle. Kids welcome in the shop",
        "Fresh cocaine tonight. I am near the station",
        "Casino with free spins. Wear your hat",
        "Vibrators in all sizes. Toys for kids too",
        "Viagra without prescription. How much does it cost? 20",
        "Cigarettes by the carton. What is your address?",
        "Puppies for sale. My phone is always on",
        "Bitcoin bought and sold. T shirt for every client",
        "Escort girls tonight. Read the book",
        "Vendo marihuana. Mi tienda abre a las 9",
        "Vendo cachorros. Yo entrego",
        "Vendo cocaína. Meu telefone está ligado",
        "Je vends du cannabis. Mon téléphone est ouvert",
        "أبيع الحشيش. هاتفي مفتوح",
        "कोकीन बेचता हूं। मेरा फोन चालू है",
    ],
)
def test_an_exception_excuses_nothing_in_another_sentence(text: str) -> None:
    assert any(hit.strength >= HIT and hit.group.startswith("E") for hit in screen(text))
