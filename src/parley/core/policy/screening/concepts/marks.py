"""Where in a text which concepts stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.concepts.vocabulary import SOUND, Node, Vocabulary
from parley.core.policy.screening.reading import Reading

ARABIC_PREFIXES = re.compile("^(?:لال|[وفبل]?[هحسب]?[ايتن]|[وفبلكهحس])(?=\\w{3})")
ARABIZI = str.maketrans("23567890", "\u0621\u0639\u062e\u0637\u062d\u0642\u0635\u0648")


class Mark(NamedTuple):
    """A concept at ``words[start:end]``; ``sure`` is less than 1 where the word had to be guessed."""

    concept: str
    start: int
    end: int
    sure: float = 1.0


class Words:
    """The words of a reading with all the ways in which each may be meant."""

    def __init__(self, reading: Reading, most: int = 400) -> None:
        self.words = reading.words[:most]
        self.sounds = "hi-Latn" in reading.languages
        languages = {"any", *reading.languages}
        self.languages = languages | {"hi"} if self.sounds else languages
        self.guesses: dict[int, list[tuple[str, int]]] = {}
        self._others = reading.others

    def forms(self, place: int) -> Iterator[tuple[str, int, float]]:
        """Each form of the word at this place, over how many words it goes and how sure it is."""
        word = self.words[place]
        yield word, 1, 1.0
        for other, span in self._others.get(place, ()):
            yield other, span, 1.0
        if self.sounds and word.isascii():
            yield SOUND + sounded(word), 1, 1.0
            for other, span in self._others.get(place, ()):
                yield SOUND + sounded(other), span, 1.0
        elif "\u0621" <= word[-1] <= "\u064a" or "\u0621" <= word[0] <= "\u064a":
            yield from ((form, 1, 1.0) for form in _arabic(word))
        for other, span in self.guesses.get(place, ()):
            yield other, span, 0.8


def _arabic(word: str) -> Iterator[str]:
    """Without what Arabic writes before a verb or noun; digits that stand for letters read as these."""
    if not word.isalpha():
        word = word.translate(ARABIZI)
        yield word
    for prefix in ARABIC_PREFIXES.findall(word)[:1]:
        yield word[len(prefix) :]


def marks(vocabulary: Vocabulary, words: Words) -> list[Mark]:
    """All marks, in the order of their places."""
    found: dict[Mark, None] = {}
    for place in range(len(words.words)):
        for concept, end, sure in _walk(vocabulary, words, vocabulary.root, place, 1.0):
            found[Mark(concept, place, end, sure)] = None
    return list(found)


def _walk(
    vocabulary: Vocabulary, words: Words, node: Node, place: int, sure: float
) -> Iterator[tuple[str, int, float]]:
    if place >= len(words.words):
        return
    for word, span, certainty in words.forms(place):
        for pattern in vocabulary.patterns(word):
            following = node.follows.get(pattern)
            if following is None:
                continue
            sureness = min(sure, certainty)
            for concept, language in following.means:
                if language in words.languages:
                    yield concept, place + span, sureness
            if following.follows:
                yield from _walk(vocabulary, words, following, place + span, sureness)
