"""Arabic as it is spoken: what is joined to a word does not make it strange."""

import pytest

from parley.core.policy.screening.named_words import rarity
from parley.core.policy.screening.spoken_arabic import spoken

KNOWN = {"يكتب": 40, "اكتب": 42, "حياه": 35, "يحب": 38}


@pytest.mark.parametrize("word", ["بيكتب", "هيكتب", "بكتب", "يكتبها", "حياتهم", "مبيحبش"])
def test_a_word_is_known_by_what_it_is_without_tense_and_pronoun(word: str) -> None:
    assert spoken(word, KNOWN.get) is not None


def test_each_of_them_costs_something() -> None:
    assert KNOWN["يكتب"] < (spoken("يكتبها", KNOWN.get) or 0) < (spoken("بيكتبها", KNOWN.get) or 0)


@pytest.mark.parametrize("word", ["حياهك", "قزقزقز", "هم"])
def test_nothing_else_is_made_of_a_word(word: str) -> None:
    assert spoken(word, KNOWN.get) is None


@pytest.mark.parametrize("word", ["دي", "عشان", "هيروح", "بيضحكو", "مبتفهمش", "دلوقتي"])
def test_words_of_everyday_are_known(word: str) -> None:
    assert rarity(word) is not None
