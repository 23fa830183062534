"""What a price says, and that whoever reads it is told in their own language."""

from dataclasses import replace
from typing import get_args

import pytest

from parley.core.policy.saying import said_in
from parley.core.pricing.cards import CATEGORIES
from parley.core.pricing.price import Charged, Free, FreeBecause, NotSendable, Price, Unpriced, UnpricedBecause
from parley.core.pricing.words import sentence_of
from tests.core.pricing.cards import a_card

LANGUAGES = ("es", "pt", "fr", "ar", "hi")
CARD = a_card()
CHARGED = Charged(CARD.rates[0], CARD, 1204)
PRICES: list[Price] = [
    *(Free(because) for because in get_args(FreeBecause)),
    *(Unpriced(because) for because in get_args(UnpricedBecause)),
    NotSendable(),
    CHARGED,
    replace(CHARGED, card=replace(CARD, example=True)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("price", PRICES, ids=repr)
def test_every_price_is_said_in_every_language(price: Price, language: str) -> None:
    sentence = sentence_of(price, "utility")
    assert said_in(language, sentence) != sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("category", [each for each in CATEGORIES if each != "service"])
def test_a_charge_keeps_its_number_and_its_day_and_says_the_category_too(category: str, language: str) -> None:
    said = said_in(language, sentence_of(CHARGED, category))
    assert "1204" in said and CARD.valid_from.isoformat() in said
    if category != "marketing":  # the same word in three of them
        assert category.replace("-", " ") not in said


def test_in_spanish_the_whole_sentence_reads_as_one() -> None:
    assert said_in("es", sentence_of(CHARGED, "authentication-international")) == (
        "Se cobra al llegar: es el número 1204 de autenticación internacional al país del cliente este mes, "
        "según la tarifa del 2026-01-01."
    )
