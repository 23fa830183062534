"""The words that somebody would hide, also with two letters the other way round."""

import pytest

from parley.core.policy.screening.hidden_words import hidden, may_begin_misspelt, misspelt


@pytest.mark.parametrize(("word", "language"), [("haet", "en"), ("detetse", "fr"), ("igonrant", "en")])
def test_a_word_is_found_with_two_letters_the_other_way_round(word: str, language: str) -> None:
    assert language in misspelt(word)
    assert may_begin_misspelt(word[:5])


@pytest.mark.parametrize("word", ["hate", "deteste", "table", "xqzwk", "desprecioa"])
def test_a_word_as_it_is_and_one_that_only_ends_otherwise_are_not_misspelt(word: str) -> None:
    assert not misspelt(word)


def test_a_stem_that_ends_as_a_word_does_is_one() -> None:
    assert "bamboula" in hidden()["fr"]
    assert "masacr" not in hidden()["es"]
