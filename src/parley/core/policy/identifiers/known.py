"""The words that we know, with how rare each is, so that a word written to hide can be told from one that is not."""

from functools import cache

from parley.core.policy.identifiers.data import read
from parley.core.policy.identifiers.idle import idle_words
from parley.core.policy.identifiers.numbers import digit_of
from parley.core.policy.identifiers.plain import plain
from parley.core.policy.identifiers.words import LANGUAGES, STOPS, words_of
from parley.core.policy.screening import known_words

LISTED = 30  # tenths of a decimal logarithm: what a word of our lists costs at most
SHORT = 3  # letters of words that stand in a list or hold sentences together; other rows of so few are no word


def price(word: str) -> int | None:
    """How rare the word is, in tenths of a decimal logarithm, None if nobody knows it."""
    known = known_words.cost(word)
    if word in listed():
        return min(known or LISTED, LISTED)
    return known if len(word) > SHORT or word in known_words.small_words() else None


def is_known(word: str) -> bool:
    """Whether it is a word of any language that we know."""
    return price(word) is not None or digit_of(word) != ""


@cache
def listed() -> frozenset[str]:
    """The words of all names, and those that people say around a number."""
    written = [each for row in read("national.toml")["number"] for each in row["called"]]
    for language in LANGUAGES:
        names = read(f"names/{language}.toml")
        written += [each for section in ("names", "beside") for tag in names[section].values() for each in tag]
    named = {word for each in written for word in words_of(plain(each)).texts if word.isalpha()}
    return frozenset(named | {word for word in idle_words() | STOPS if word.isalpha()})
