"""Arabic as it is spoken and typed: what stands before a verb for now and later, and pronouns behind any word.

Written Arabic joins these to the word, so no list of words holds them all.
"""

import re
from collections.abc import Callable, Iterator

AFFIX = 9  # what each costs, in tenths of a decimal logarithm: see ``known_words.cost``
SHORTEST = 3  # letters of what they stand around
# "بيكتب" he is writing, "هيكتب" and "حيكتب" he will write; "بكتب", without its own letter, I am writing.
TENSE = re.compile("[وف]?[بهح](?=\\w{3})")
PERSON = frozenset("يتنا")
FIRST_PERSON = "ا"
ARTICLE = re.compile("(?:[وف]?(?:[بكل]?ال|لل|[بلك])|[وف]|هال|عال)(?=\\w{3})")
# A word in "ه" has another letter there before the short ones, unless its root ends so.
PRONOUN = re.compile("(?:(?<=\\w{3})(?:ل?(?:هم|كم|كو|ها|نا)|ني)|(?<=\\w\\w[^\\Wه])(?:ل?[هكي]|وا?|ش))$")
NEGATED = re.compile("م(?=[بيتن]\\w{3,}ش$)")  # "مبيحبش", does not love
NEGATED_OPENING = re.compile("م[بيتن]")


def may_begin(opening: str) -> bool:
    """Whether a word of these letters may begin with what stands before a verb."""
    return TENSE.match(opening) is not None or NEGATED_OPENING.match(opening) is not None


def spoken(word: str, known: Callable[[str], int | None]) -> int | None:
    """What the word costs by what it is without these, None if nobody knows that either."""
    negated = NEGATED.match(word)
    bare = word[1:-1] if negated else word
    found = [
        price + AFFIX * (taken + bool(negated))
        for rest, taken in _without(bare)
        if (price := known(rest)) is not None and (taken or negated)
    ]
    return min(found, default=None)


def _without(word: str) -> Iterator[tuple[str, int]]:
    """What it may be without some of them, and how many those are."""
    for rest, taken in _without_first(word):
        yield rest, taken
        pronoun = PRONOUN.search(rest)
        if pronoun:
            stem = rest[: pronoun.start()]
            yield stem, taken + 1
            if stem.endswith("ت"):
                yield f"{stem[:-1]}ه", taken + 1


def _without_first(word: str) -> Iterator[tuple[str, int]]:
    yield word, 0
    article = ARTICLE.match(word)
    if article:
        yield word[article.end() :], 1
    tense = TENSE.match(word)
    if tense:
        rest = word[tense.end() :]
        yield (rest, 1) if rest[0] in PERSON else (FIRST_PERSON + rest, 2)
