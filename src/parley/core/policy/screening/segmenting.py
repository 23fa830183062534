"""The likeliest words of a row of letters: one way to cut it, for all who read texts that are written without spaces.

A row is of one language, so it is cut once as each that it may be of, and the cheapest of these is right.
"""

from collections.abc import Sequence
from operator import itemgetter

from parley.core.policy.screening.known_words import by_language

# In tenths of a decimal logarithm, as the costs of words are: one more word, a word of another language, what no word
# is and each of its letters.
ONE_MORE, FOREIGN, UNKNOWN, LETTER = 5, 22, 60, 14
LONGEST = 15  # letters of a word
LATIN, OTHERS = ("en", "es", "pt", "fr", "hi-Latn"), ("ar", "hi")

Prices = Sequence[int]  # of a word, by language
Edge = tuple[int, Prices]  # where a word begins, and its prices


def languages_of(letters: str) -> tuple[str, ...]:
    """The languages that a row of such letters may be of."""
    return LATIN if letters.isascii() else OTHERS


def cheapest(letters: str, edges: Sequence[Sequence[Edge]]) -> list[str]:
    """The likeliest words. ``edges``: the words that end after each letter."""
    ways = (_as_of(language, letters, edges) for language in range(len(languages_of(letters))))
    return min(ways, key=itemgetter(0))[1]


def in_language(word: str, general: int, languages: Sequence[str]) -> Prices:
    """What a word costs in each of the languages; ``general``: in the language that it is commonest in."""
    known = [by_language().get(each, {}).get(word) for each in languages]
    if not any(each is not None for each in known):
        return (general,) * len(known)
    dearer = general + FOREIGN
    return [dearer if each is None else max(each, general) for each in known]


def _as_of(language: int, letters: str, edges: Sequence[Sequence[Edge]]) -> tuple[int, list[str]]:
    """What the cheapest way costs, if the letters are of this language, and its words."""
    best, begins = [0], [0]
    strange, since = UNKNOWN, 0  # the cheapest way that ends in something strange, and where that begins
    for end in range(1, len(edges)):
        if best[-1] + UNKNOWN < strange:
            strange, since = best[-1] + UNKNOWN, end - 1
        strange += LETTER
        cheapest, begin = strange, since
        for start, prices in edges[end]:
            cost = best[start] + prices[language]
            if cost < cheapest:
                cheapest, begin = cost, start
        best.append(cheapest + ONE_MORE)
        begins.append(begin)
    words, end = [], len(letters)
    while end:
        words.append(letters[begins[end] : end])
        end = begins[end]
    return best[-1], words[::-1]
