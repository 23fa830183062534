"""Whom and what breaches name: the words that somebody would hide, also with two letters the other way round."""

from collections.abc import Iterator, Mapping
from functools import cache

from parley.core.policy.screening.beginnings import Beginnings
from parley.core.policy.screening.concepts.vocabulary import PIECE, choices, entries_of, words_of
from parley.core.policy.screening.known_words import cost
from parley.core.policy.screening.named_words import LONGEST_ENDING, OPENING, SHORTEST_ELSEWHERE, WHOLE, is_letters
from parley.core.policy.screening.normalise import fold

HIDDEN = ("groups", "harm", "hostility", "offensive")
VOWELS = frozenset("aeiou")
SHORTEST, LONGEST = 4, 16  # letters of a word with two of them the other way round


@cache
def hidden() -> Mapping[str, frozenset[str]]:
    """The words by language, with the stems that end as words do."""
    found: dict[str, set[str]] = {}
    for language, word in _named():
        bare = word.removesuffix("*")
        whole = bare == word or (bare[-1:] in VOWELS and len(bare) >= WHOLE)
        if whole and len(bare) >= SHORTEST_ELSEWHERE and is_letters(bare):
            found.setdefault(language, set()).add(bare)
    return {language: frozenset(words) for language, words in found.items()}


@cache
def all_hidden() -> frozenset[str]:
    """The same of all languages."""
    return frozenset().union(*hidden().values())


def misspelt(word: str) -> frozenset[str]:
    """The languages of the words that it may be with two letters the other way round; the first letter stays."""
    if not SHORTEST <= len(word) <= LONGEST or word[:OPENING] not in _openings() or cost(word) is not None:
        return frozenset()
    return frozenset().union(*(_languages(way, place) for place, way in _ways(word)))


def may_begin_misspelt(opening: str) -> bool:
    """Whether one of them may begin so."""
    return opening in _openings()


def _languages(way: str, place: int) -> set[str]:
    """Where it is one of them, or ends as one may behind the letters that changed places."""
    return {
        language
        for language, words in hidden().items()
        if way in words or any(place + 2 < len(stem) > len(way) - LONGEST_ENDING for stem in _stems()[language].of(way))
    }


def _ways(word: str) -> Iterator[tuple[int, str]]:
    for place in range(1, len(word) - 1):
        if word[place] != word[place + 1]:
            yield place, f"{word[:place]}{word[place + 1]}{word[place]}{word[place + 2 :]}"


@cache
def _openings() -> frozenset[str]:
    """The first letters of all such, as they are and with two of them the other way round."""
    words = {*all_hidden(), *(word.removesuffix("*") for _, word in _named())}
    beginnings = {word[: OPENING + 1] for word in words if word.isascii() and len(word) >= SHORTEST}
    return frozenset(way[:OPENING] for each in beginnings for way in (each, *(way for _, way in _ways(each))))


@cache
def _stems() -> Mapping[str, Beginnings]:
    found: dict[str, list[str]] = {language: [] for language in hidden()}
    for language, word in _named():
        if word.endswith("*") and len(word) > SHORTEST and word.isascii():
            found[language].append(word)
    return {language: Beginnings(stems) for language, stems in found.items()}


@cache
def _named() -> frozenset[tuple[str, str]]:
    return frozenset(
        ("hi-Latn" if language == "hi" and word.isascii() else language, word)
        for name in HIDDEN
        for _, language, entry in entries_of(name)
        for piece in PIECE.findall(entry)
        for each in choices(piece)
        for word in words_of(fold(each))
    )
