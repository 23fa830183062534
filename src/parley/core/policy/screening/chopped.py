"""Whether a text is cut to pieces, as writers of spam and of hate do so that filters do not read it."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from operator import and_

from parley.core.policy.screening.by_word import ByWord
from parley.core.policy.screening.named_words import is_word, rarity
from parley.core.policy.screening.rejoining import FEWEST, gain, is_scrap, is_whole, likeliest, may_join, rejoined
from parley.core.policy.screening.short_words import SHORT, any_languages_with, short_words

FEWEST_HALVES, MOST_WHOLE = 2, 8  # so many of the words, and one of so many, are halves where a text is in pieces
# Letters of the words of such a text, on the mean, at most; words, as far as it is asked.
MEAN_PIECE, MEAN_OF_PAIRS, MOST_PIECED = 3.6, 4, 60
FAR_LIKELIER = 30  # what two pieces cost more than the word that they are
# Half of the words are joined there, and of those at most half to words that nobody knows: see ``rejoining``.
JOINED = 4
NO_SCRAP = -1  # of any language


def is_chopped(words: Sequence[str]) -> bool:
    """Whether so many scraps stand here as no one language has."""
    return _has_scraps(words) or _has_halves(words) or _has_pairs(words) or _are_pieces(words)


def _has_scraps(words: Sequence[str]) -> bool:
    languages = [*map(_SCRAPS.__getitem__, words)]
    if reduce(and_, languages, NO_SCRAP):
        return False  # one language has them all, or there are none
    short = [word for word in words if len(word) <= SHORT and word.isalpha()]
    if len(short) * 5 < len(words) * 2:
        return False
    scraps = Counter(each for each in languages if each != NO_SCRAP)
    odd = min(
        sum(count for each, count in scraps.items() if not each >> language & 1)
        for language in range(len(short_words()))
    )
    return odd > 0 and (odd + sum(map(_UNKNOWN.__getitem__, words))) * 4 >= len(words)


def _has_halves(words: Sequence[str]) -> bool:
    """Whether many of the words that nobody knows make one with their neighbour."""
    unknown = [place for place, word in enumerate(words) if word.isalpha() and not _KNOWN[word]]
    if len(unknown) < FEWEST_HALVES or len(unknown) * MOST_WHOLE < len(words):
        return False
    found: set[int] = set()  # the first halves
    for place in unknown:
        for first in (place - 1, place):
            if 0 <= first < len(words) - 1 and _is_pair(words[first], words[first + 1]):
                found.add(first)
                break
    return len(found) >= FEWEST_HALVES and len(found) * MOST_WHOLE >= len(words)


def _has_pairs(words: Sequence[str]) -> bool:
    """Whether several neighbours are far likelier one word, if the text is of the language that it is likeliest of."""
    if sum(map(len, words)) > MEAN_OF_PAIRS * len(words):
        return False
    if not any(map(_ODD_PIECE.__getitem__, words)) and reduce(and_, map(_SCRAPS.__getitem__, words), NO_SCRAP):
        return False
    language = likeliest(words)[0]
    found = place = 0
    while place < len(words) - 1:
        pair = gain(words[place], words[place + 1], language) >= FAR_LIKELIER
        found += pair
        place += 2 if pair else 1
    return found >= FEWEST_HALVES and found * MOST_WHOLE >= len(words)


def _are_pieces(words: Sequence[str]) -> bool:
    """Whether all are short, and many are likelier the pieces of others: words too, as "con sigo" and "va dia" are."""
    if not FEWEST <= len(words) <= MOST_PIECED or sum(map(len, words)) > MEAN_PIECE * len(words):
        return False
    if _hold_together(words) or not may_join(words, JOINED):
        return False
    counts = rejoined(words, frozenset(), mending=False)
    place, joined = 0, []
    while place < len(words):
        if counts[place] > 1:
            joined.append(counts[place])
        place += counts[place]
    return len(joined) >= FEWEST_HALVES and sum(joined) * 2 >= len(words)


def _hold_together(words: Sequence[str]) -> bool:
    """Whether so many are the small words of one language: ordinary talk of short words, which takes long to try."""
    languages = [*map(any_languages_with, words)]
    most = max(sum(each >> language & 1 for each in languages) for language in range(len(short_words())))
    return most * 2 > len(words)


def _is_pair(left: str, right: str) -> bool:
    return len(left) + len(right) > FEWEST and is_whole(left + right, len(left))


def _languages_of_scrap(word: str) -> int:
    """The languages that have the word, if it is a scrap; short words of other alphabets are listed nowhere."""
    if not word.isascii() and rarity(word) is not None:
        return NO_SCRAP
    return any_languages_with(word) if len(word) <= SHORT and word.isalpha() and is_scrap(word) else NO_SCRAP


def _is_unknown(word: str) -> bool:
    return len(word) > SHORT and not is_word(word)


_KNOWN = ByWord(is_word)


_SCRAPS, _UNKNOWN = ByWord(_languages_of_scrap), ByWord(_is_unknown)
_ODD_PIECE = ByWord(lambda word: _SCRAPS[word] == 0 or (word.isalpha() and not _KNOWN[word]))
