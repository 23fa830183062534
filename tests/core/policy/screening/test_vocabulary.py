"""Phrases are put together from words that are read once; nothing of what an entry stands for is lost by that."""

import pytest

from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.concepts.vocabulary import (
    SOUND,
    choices,
    entries_of,
    vocabulary,
    words_in,
    words_of,
)
from parley.core.policy.screening.normalise import fold

FILES = ["deceit", "groups", "hostility", "offers"]


@pytest.mark.parametrize("file", FILES)
def test_every_phrase_of_a_file_ends_in_its_meaning(file: str) -> None:
    for concept, language, entry in entries_of(file):
        for phrase in choices(entry):
            node, written = vocabulary(file).root, fold(phrase)
            by_sound = language == "hi" and "a" <= written[:1] <= "z"
            for word in words_of(written):
                node = node.follows[SOUND + sounded(word) if by_sound else word]
            assert (concept, language) in node.means or not words_of(written), phrase


@pytest.mark.parametrize("file", FILES)
def test_the_words_of_a_file_are_those_of_its_phrases(file: str) -> None:
    phrases = [fold(phrase) for _, _, entry in entries_of(file) for phrase in choices(entry)]
    assert {*words_in(file)} == {word for phrase in phrases for word in words_of(phrase)}
