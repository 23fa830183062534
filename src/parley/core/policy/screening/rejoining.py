"""Spaces that are too many: how many pieces make one word, in the likeliest way to read all of them."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from parley.core.policy.screening.hidden_words import all_hidden, hidden, misspelt
from parley.core.policy.screening.known_words import by_language, cost
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.named_words import is_made_up, is_unheard, is_word, rarity
from parley.core.policy.screening.piece_prices import HIDDEN, LISTED, MISSPELT, NO_SPACE, STRAY, SURE
from parley.core.policy.screening.segmenting import FOREIGN
from parley.core.policy.screening.separating import LETTER, UNKNOWN, is_seen, price, separated
from parley.core.policy.screening.short_words import SHORT, any_languages_with, short_words
from parley.core.policy.screening.swapping import likelihood, swapped
from parley.core.policy.screening.tokens import AS_I

ELIDED = frozenset("dlnjmc")  # what French writes before an apostrophe is the end of no word
ELIDING, ELISION = ("fr", "it"), 14  # languages that write so, and what it costs
MOST_PIECES, FEWEST = 4, 4
CUT_AGAIN = 18  # for each piece more than two
FEWEST_KNOWN = 2  # words that were put together, which show that others may be unknown
TELLING = 2  # short words that a longer one counts for, where the language is asked
LIKELIEST = 2  # languages that it is read in
HALVES, THIRDS, LONGEST_CUT = 2, 3, 9  # pieces that may be a word that nobody knows, or two run together; letters
MENDED, LONGEST_TWO = 20, 24  # what it costs beside that a word in pieces is mended too, and its letters


class Joint(NamedTuple):
    """Neighbours and the word that they are together, with what it costs if it is one that we know."""

    pieces: Sequence[str]
    whole: str
    known: int | None


def rejoined(words: Sequence[str], endings: AbstractSet[int], *, mending: bool = True) -> list[int]:
    """How many words from each place on make one, 1 for a word as it is; the likeliest way, from the first word.

    ``endings``: the places of those behind an apostrophe, which are no part of a word. ``mending``: a word may be one
    that nobody knows but for two letters or a space, which takes ten times as long to find.
    """
    words = [_lettered(word) for word in words]
    joints = _joints(words, endings)
    counts = min((_rejoined(words, joints, language, mending) for language in likeliest(words)), key=itemgetter(0))[1]
    return _surely(words, counts)


def _surely(words: Sequence[str], counts: list[int]) -> list[int]:
    """Without words that nobody knows, unless most of those that were put together are known."""
    place, known, unknown = 0, 0, []
    while place < len(counts):
        whole = "".join(words[place : place + counts[place]])
        if counts[place] > 1 and (is_word(whole) or as_meant(whole)):
            known += 1
        elif counts[place] > 1:
            unknown.append(place)
        place += counts[place]
    if known < max(FEWEST_KNOWN, len(unknown)):
        for place in unknown:
            counts[place] = 1
    return counts


def may_join(words: Sequence[str], share: int) -> bool:
    """Whether one of so many of the words stands beside others with which it makes one that we know."""
    within: set[int] = set()
    for place, joints in enumerate(_joints([_lettered(word) for word in words], frozenset())):
        for joint in joints:
            if joint.known is not None:
                within.update(range(place, place + len(joint.pieces)))
    return len(within) * share >= len(words)


def gain(left: str, right: str, language: int) -> int:
    """How much cheaper two neighbours are as one word that we know."""
    if not (left.isalpha() and right.isalpha() and len(left) + len(right) >= FEWEST):
        return 0
    known = _known(left + right, len(left), language)
    return 0 if known is None else _alone(left, language) + _alone(right, language) - known


def _lettered(word: str) -> str:
    """With letters for the digits in it."""
    return word if word.isalpha() or word.isdigit() else word.translate(AS_I)


def _joints(words: Sequence[str], endings: AbstractSet[int]) -> list[list[Joint]]:
    """Of each place the pieces from there that may be one word: those that are, and few enough that nobody knows."""
    found: list[list[Joint]] = []
    for place, word in enumerate(words):
        joints: list[Joint] = []
        if word.isalpha() and place not in endings:
            for last in range(place + 1, min(place + MOST_PIECES, len(words))):
                if last in endings or not words[last].isalpha():
                    break
                pieces = words[place : last + 1]
                whole = "".join(pieces)
                known = _whole(whole, len(whole) - len(words[last]))
                if known is not None or (len(pieces) <= THIRDS and min(map(len, pieces)) > 1):
                    joints.append(Joint(pieces, whole, known))
        found.append(joints)
    return found


def _rejoined(
    words: Sequence[str], joints: Sequence[Sequence[Joint]], language: int, mending: bool
) -> tuple[int, list[int]]:
    """The same as of one language, after what it costs."""
    best: list[tuple[int, int]] = [(0, 0)] * (len(words) + 1)
    for place in range(len(words) - 1, -1, -1):
        ways = [(_alone(words[place], language) + best[place + 1][0], 1)]
        for joint in joints[place]:
            whole = _joined(joint, language, mending)
            if whole is not None:
                count = len(joint.pieces)
                ways.append((whole + best[place + count][0], count))
        best[place] = min(ways)
    return best[0][0], [count for _, count in best[:-1]]


def _joined(joint: Joint, language: int, mending: bool) -> int | None:
    """What the pieces cost as one word: one that we know, or where both are none, one that nobody knows."""
    pieces, word, known = joint
    if pieces[-1] in ELIDED and _elides(language):
        return None
    if known is not None:
        return known + _foreign(word, language) + CUT_AGAIN * (len(pieces) - HALVES)
    mends = mending and not any(_is_of(piece, language) for piece in pieces)
    mended = _mended(word, language) if mends else None
    if mended is not None:
        return mended + MENDED
    if len(pieces) > HALVES:
        return None
    return UNKNOWN + LETTER * len(word) + NO_SPACE if all(_is_cut(piece, language) for piece in pieces) else None


def _known(word: str, border: int, language: int) -> int | None:
    """What a word that we know costs that was put together."""
    known = _whole(word, border)
    return None if known is None else known + _foreign(word, language)


def _foreign(word: str, language: int) -> int:
    """What it costs more in the language than in that which it is commonest in."""
    general = cost(word)
    if general is None:
        return 0
    name = [*short_words()][language]
    spoken = by_language().get(name, {}).get(word)
    if spoken is not None:
        return spoken - general
    return 0 if word in hidden().get(name, ()) else FOREIGN


def _elides(language: int) -> bool:
    return [*short_words()][language] in ELIDING


def _is_of(piece: str, language: int) -> bool:
    return len(piece) <= SHORT and any_languages_with(piece) >> language & 1 == 1


def _mended(word: str, language: int) -> int | None:
    """What a word costs that nobody knows but for two letters, or for a space that is missing; None if so for none."""
    meant = as_meant(word)
    if meant == [word]:
        return HIDDEN + MISSPELT if [*short_words()][language] in misspelt(word) else None
    if len(meant) == 1:
        return likelihood(meant[0])
    return price(meant) if meant else None


@lru_cache(maxsize=20_000)
def as_meant(word: str) -> list[str]:
    """What a word in pieces that nobody knows is once two letters, or a missing space, are put right; none if so."""
    meant = swapped(word) or (word if misspelt(word) else "")
    if meant:
        return [meant]
    words = separated(word, freely=True) if len(word) <= LONGEST_TWO and not is_unheard(word) else None
    if not words or max(map(len, words)) <= SHORT:
        return []
    return words if all(any_languages_with(each) if len(each) <= SHORT else is_seen(each) for each in words) else []


def _is_cut(piece: str, language: int) -> bool:
    """Whether it is no word but perhaps part of one; what unknown words of other alphabets are nobody can tell."""
    if not piece.isascii() or len(piece) > LONGEST_CUT or piece in all_hidden():
        return False
    return _alone(piece, language) > UNKNOWN + STRAY


@lru_cache(maxsize=50_000)
def _alone(word: str, language: int) -> int:
    """What a word costs as it stands: a scrap is dearer than any whole word of its letters."""
    if word in ELIDED and _elides(language):
        return ELISION
    if not word.isalpha() or (len(word) <= SHORT and any_languages_with(word) >> language & 1):
        return rarity(word) or UNKNOWN
    known = rarity(word)
    if known is None or (len(word) < SHORT and word.isascii()):
        return LISTED if len(word) > SHORT and is_word(word) else UNKNOWN + STRAY + LETTER * len(word)
    return known + _foreign(word, language)


@lru_cache(maxsize=50_000)
def _whole(word: str, border: int) -> int | None:
    """What a word that was put together costs, None if it is none."""
    if len(word) <= SHORT or not (is_made_up(word, border) or _is_medicine(word, border)):
        return None
    known = rarity(word)
    return NO_SPACE + (LISTED + STRAY if known is None else known)


def _is_medicine(word: str, border: int) -> bool:
    return len(word) > SURE and is_medicine(word) and not is_medicine(word[:border])


def is_whole(word: str, border: int) -> bool:
    """Whether two pieces that stand apart may be one word of the lists or another longer one."""
    return len(word) >= FEWEST and word.isalpha() and (is_made_up(word, border) or _is_medicine(word, border))


def likeliest(words: Sequence[str]) -> list[int]:
    """The languages that most of the short words are of, and most longer ones and neighbours as one word."""
    scraps = Counter(any_languages_with(word) for word in words if len(word) <= SHORT and is_scrap(word))
    longer = {word for word in (*words, *map("".join, pairwise(words))) if len(word) > SHORT}

    def strange(language: int) -> int:
        return _strange(scraps, language) - TELLING * len(longer & _spoken_in(language))

    return sorted(range(len(short_words())), key=strange)[:LIKELIEST]


@cache
def _spoken_in(language: int) -> AbstractSet[str]:
    return by_language()[[*short_words()][language]].keys()


def _strange(scraps: Counter[int], language: int) -> int:
    """How many of the short words it does not have, whole words of three letters aside."""
    return sum(count for languages, count in scraps.items() if not languages >> language & 1)


@lru_cache(maxsize=20_000)
def is_scrap(word: str) -> bool:
    """Whether it is so short that it may be a piece of another, whole words of three letters aside."""
    return len(word) == SHORT - 1 or (len(word) == SHORT and rarity(word) is None)
