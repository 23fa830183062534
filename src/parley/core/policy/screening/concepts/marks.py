"""Where in a text which concepts stand."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parley.core.policy.screening.concepts.romanised import sounded
from parley.core.policy.screening.concepts.vocabulary import SOUND, Node, Vocabulary
from parley.core.policy.screening.reading import Reading

PIECE, OVERLAP = 120, 15  # a long text is looked at in pieces
GUESSED = 0.8


class Mark(NamedTuple):
    """A concept at ``words[start:end]``; ``sure`` is less than 1 where the word had to be guessed."""

    concept: str
    start: int
    end: int
    sure: float = 1.0


class Words:
    """A piece of the words of a reading, with all the ways in which each may be meant."""

    def __init__(self, reading: Reading, first: int = 0) -> None:
        self.reading = reading
        self.words = reading.words[first : first + PIECE] if len(reading.words) > PIECE else reading.words
        self.sounds = "hi-Latn" in reading.languages
        languages = {"any", *reading.languages}
        self.languages = languages | {"hi"} if self.sounds else languages
        self.guesses: dict[int, list[tuple[str, int]]] = {}
        self._others = reading.others
        self._first = first

    def others(self, place: int) -> Iterable[tuple[str, int, float]]:
        """What the word at this place may be meant as, over how many words it goes and how sure it is."""
        if self._may_sound(place) or self.guesses or place + self._first in self._others:
            return self._others_at(place)
        return ()  # most words, and this is asked of every word many times

    def _others_at(self, place: int) -> Iterator[tuple[str, int, float]]:
        for other, span in self._others.get(place + self._first, ()):
            yield other, span, 1.0
        if self._may_sound(place):
            yield SOUND + sounded(self.words[place]), 1, 1.0
        if self.sounds and self.words[place].isascii():
            for other, span in self._others.get(place + self._first, ()):
                yield SOUND + sounded(other), span, 1.0
        for other, span in self.guesses.get(place, ()):
            yield other, span, GUESSED

    def _may_sound(self, place: int) -> bool:
        """Whether the word may be romanised Hindi; a number is not, and a text may have hundreds."""
        return self.sounds and self.words[place].isascii() and not self.words[place].isdigit()

    @property
    def forms(self) -> Iterable[str]:
        """All other words that any of these may be meant as."""
        return (form for each in self._others.values() for form, _ in each) if self._others else ()

    @property
    def guessed(self) -> bool:
        """Whether any word may be meant otherwise than written."""
        return self.sounds or bool(self.guesses) or bool(self._others)

    def call(self, vocabulary: Vocabulary, concepts: frozenset[str]) -> bool:
        """Whether a phrase for one of the concepts stands here; a look at each word alone says of most texts no."""
        calling, patterns, guessed = vocabulary.calling(concepts), vocabulary.patterns, self.guessed
        last = len(self.words) - 1
        for place, word in enumerate(self.words):
            nodes = calling[word]
            following = patterns(self.words[place + 1]) if nodes and place < last else ()
            for node in nodes:
                may = node.means or guessed or not node.follows.keys().isdisjoint(following)
                if may and _reaches(vocabulary, self, node, place + 1, concepts):
                    return True
            for other, span, _ in self.others(place) if guessed else ():
                for node in calling[other]:
                    if _reaches(vocabulary, self, node, place + span, concepts):
                        return True
        return False


def pieces(reading: Reading) -> Iterator[Words]:
    """The words of the reading, in pieces if there are many."""
    last = max(len(reading.words) - OVERLAP, 1)
    for first in range(0, last, PIECE - OVERLAP):
        yield Words(reading, first)


def marks(vocabulary: Vocabulary, words: Words) -> list[Mark]:
    """All marks, in the order of their places."""
    found: dict[Mark, None] = {}
    guessed = words.guessed
    heads, patterns, last = vocabulary.heads, vocabulary.patterns, len(words.words) - 1
    for place, word in enumerate(words.words):
        nodes = heads(word)
        following = patterns(words.words[place + 1]) if nodes and place < last else ()
        for node in nodes:
            # Most words begin phrases, and most of these go on otherwise.
            if node.means or guessed or not node.follows.keys().isdisjoint(following):
                _follow(vocabulary, words, node, place, place + 1, 1.0, found)
        for other, span, sure in words.others(place) if guessed else ():
            for node in heads(other):
                _follow(vocabulary, words, node, place, place + span, sure, found)
    return list(found)


def _follow(
    vocabulary: Vocabulary, words: Words, node: Node, start: int, place: int, sure: float, found: dict[Mark, None]
) -> None:
    for concept, language in node.means:
        if language in words.languages:
            found[Mark(concept, start, place, sure)] = None
    if not node.follows or place >= len(words.words):
        return
    follows = node.follows
    for pattern in vocabulary.patterns(words.words[place]):
        if pattern in follows:
            _follow(vocabulary, words, follows[pattern], start, place + 1, sure, found)
    for other, span, certainty in words.others(place):
        for pattern in vocabulary.patterns(other):
            if pattern in node.follows:
                _follow(vocabulary, words, node.follows[pattern], start, place + span, min(sure, certainty), found)


def _reaches(vocabulary: Vocabulary, words: Words, node: Node, place: int, concepts: frozenset[str]) -> bool:
    """Whether a phrase that began ends here, or in what follows, as one for one of the concepts."""
    for concept, language in node.means:
        if concept in concepts and language in words.languages:
            return True
    if not node.follows or place >= len(words.words):
        return False
    if _leads_on(vocabulary, words, node, words.words[place], place + 1, concepts):
        return True
    return any(
        _leads_on(vocabulary, words, node, other, place + span, concepts) for other, span, _ in words.others(place)
    )


def _leads_on(
    vocabulary: Vocabulary, words: Words, node: Node, word: str, place: int, concepts: frozenset[str]
) -> bool:
    for pattern in vocabulary.patterns(word):
        following = node.follows.get(pattern)
        if following is None or following.leads.isdisjoint(concepts):
            continue
        if _reaches(vocabulary, words, following, place, concepts):
            return True
    return False
