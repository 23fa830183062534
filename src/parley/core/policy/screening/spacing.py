"""Spaces that are too many or missing throughout a text, as writers of spam set them: the likeliest words instead."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache, reduce
from importlib.resources import files
from operator import and_

from parley.core.policy.screening.known_words import cost, is_known, is_made, vocabulary
from parley.core.policy.screening.medicines import is_medicine
from parley.core.policy.screening.phrases import lexicon

# In tenths of a decimal logarithm, as the costs of words are.
NO_SPACE, STRAY, UNKNOWN, LETTER, LISTED = 10, 18, 20, 12, 60
NEVER_SEEN, EACH = 30, 16  # a piece of a row of letters that is no word, and each of its letters
HIDDEN = 40  # at most, a word of the lists in such a row
LONGEST_PIECE, MOST_PIECES, SHORT, FEWEST, SURE = 15, 4, 3, 5, 8
# Letters and digits of a word that may be several, where all are known, and of one that must be; of other alphabets.
MAYBE, MUST, MAYBE_ELSEWHERE, MUST_ELSEWHERE = 13, 16, 7, 11
PIECE = re.compile("(?:[^\\W\\d]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963])+|\\d+")


def is_chopped(words: Sequence[str]) -> bool:
    """Whether so many scraps stand here as no one language has."""
    short = [word for word in words if len(word) <= SHORT and word.isalpha()]
    if len(short) * 5 < len(words) * 2:
        return False
    scraps = [_languages(word) for word in short if _is_scrap(word)]
    if not scraps or reduce(and_, scraps):  # one language has them all
        return False
    odd = min(sum(not each >> language & 1 for each in scraps) for language in range(len(_small())))
    return odd > 0 and (odd + sum(len(word) > SHORT and not is_known(word) for word in words)) * 4 >= len(words)


def rejoined(words: Sequence[str]) -> list[int]:
    """How many words from each place on make one, 1 for a word as it is; the likeliest way, from the first word."""
    language = _language([word for word in words if len(word) <= SHORT])
    best: list[tuple[int, int]] = [(0, 0)] * (len(words) + 1)
    for place in range(len(words) - 1, -1, -1):
        ways = [(_alone(words[place], language) + best[place + 1][0], 1)]
        for count in range(2, min(MOST_PIECES, len(words) - place) + 1):
            pieces = words[place : place + count]
            whole = _whole("".join(pieces), len(pieces[0])) if all(map(str.isalpha, pieces)) else None
            if whole is not None:
                ways.append((whole + best[place + count][0], count))
        best[place] = min(ways)
    return [count for _, count in best[:-1]]


def separated(word: str) -> list[str] | None:
    """The likeliest words of a row of letters and digits that is long for one; None where it is likelier one."""
    maybe, most = (MAYBE, MUST) if word.isascii() else (MAYBE_ELSEWHERE, MUST_ELSEWHERE)
    if len(word) < maybe:
        return None
    words = [each for piece in PIECE.findall(word) for each in ([piece] if piece[0].isdigit() else _cut(piece))]
    if len(words) == 1 or not (
        len(word) >= most or all(each.isdigit() or cost(each) or is_known(each) for each in words)
    ):
        return None
    return words


@lru_cache(maxsize=5_000)
def _cut(letters: str) -> list[str]:
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - LONGEST_PIECE), end)
        best.append(min([(best[start][0] + _piece(letters[start:end]) + NO_SPACE, start) for start in starts]))
    words, end = [], len(letters)
    while end:
        words.append(letters[best[end][1] : end])
        end = best[end][1]
    return words[::-1]


@lru_cache(maxsize=50_000)
def _piece(piece: str) -> int:
    """What a piece of a row of letters costs."""
    letters = len(piece)
    strange = NEVER_SEEN + EACH * letters
    known = vocabulary().get(piece)
    if letters <= SHORT and not _languages(piece):
        return strange if known is None or letters < SHORT else known + NO_SPACE
    if letters > SHORT + 1:
        patterns = lexicon().patterns(piece)  # most often none
        if patterns and _is_listed(piece, patterns):
            return min(known or LISTED, HIDDEN)
        if known is None and ((patterns and lexicon().knows(piece)) or (letters > SURE and is_medicine(piece))):
            return LISTED + STRAY + NO_SPACE
    return strange if known is None else known


def _is_listed(word: str, patterns: Sequence[str]) -> bool:
    """Whether a list names the word, but for its last letter: what is worth hiding."""
    return any(len(word) - len(pattern.removesuffix("*")) <= 1 for pattern in patterns)


@lru_cache(maxsize=50_000)
def _alone(word: str, language: int) -> int:
    """What a word costs as it stands: a scrap is dearer than any whole word of its letters."""
    if not word.isalpha() or (len(word) <= SHORT and _languages(word) >> language & 1):
        return cost(word) or UNKNOWN
    known = cost(word)
    if len(word) < SHORT or known is None:
        return LISTED if len(word) > SHORT and is_known(word) else UNKNOWN + STRAY + LETTER * len(word)
    return known


@lru_cache(maxsize=50_000)
def _whole(word: str, border: int) -> int | None:
    """What a word that was put together costs, None if it is none."""
    if len(word) <= SHORT or not is_made(word, border):
        return None
    known = cost(word)
    return NO_SPACE + (LISTED + STRAY if known is None else known)


def is_whole(word: str, border: int) -> bool:
    """Whether two pieces that stand apart may be one word of the lists or another longer one."""
    return len(word) >= FEWEST and word.isalpha() and is_made(word, border)


def _language(short: Sequence[str]) -> int:
    """The language that most of the short words are of."""
    return min(range(len(_small())), key=lambda language: _strange(short, language))


def _strange(short: Sequence[str], language: int) -> int:
    """How many of the short words it does not have, whole words of three letters aside."""
    return sum(not _languages(word) >> language & 1 and _is_scrap(word) for word in short)


@lru_cache(maxsize=20_000)
def _is_scrap(word: str) -> bool:
    return len(word) == SHORT - 1 or (len(word) == SHORT and cost(word) is None)


@lru_cache(maxsize=20_000)
def _languages(word: str) -> int:
    """One bit for each language that has the short word."""
    return sum(1 << place for place, words in enumerate(_small()) if word in words)


@cache
def _small() -> tuple[frozenset[str], ...]:
    data = tomllib.loads((files("parley.core.policy.screening") / "language.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(word for word in words.split() if len(word) <= SHORT) for words in data.values())
