"""Words of a row that was written without spaces ("midnies12345678z"), with the codes among them kept whole."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parley.core.policy.identifiers.known import SHORT, price

# Latin letters, digits, letters of another script.
CHUNK = re.compile(r"[a-z\u00df-\u024f]+|\d+|[^a-z\u00df-\u024f\d]+")
LATIN = "\u0250"  # no letter before this is of another script
SHORTEST, SHORTEST_ALONE, LONGEST = 4, 10, 240  # letters that may be words: beside digits, without any; at most
LONGEST_WORD = 16
LONGEST_CODE = 6  # letters that a code begins or ends with, or has in its middle
# In tenths of a decimal logarithm, as the prices of words are: for one more word, for letters that are none.
NO_SPACE, CODE, UNKNOWN, LETTER = 10, 10, 30, 20


@lru_cache(maxsize=5_000)
def separated(word: str) -> tuple[str, ...]:
    """Its words and codes in order, () if it is likelier one."""
    chunks = CHUNK.findall(word)
    is_digit = [False, *map(str.isdigit, chunks), False]
    fewest = SHORTEST_ALONE if len(chunks) == 1 else SHORTEST
    parts = [""]
    for place, chunk in enumerate(chunks):
        after, before = is_digit[place], is_digit[place + 2]
        words = _cut(chunk, after, before) if _may_be_words(chunk, fewest, after and before) else ()
        if words:
            parts[-1] += words[0]
            parts += words[1:]
        elif chunk < LATIN:
            parts[-1] += chunk
        else:
            parts += [chunk, ""]
    found = tuple(filter(None, parts))
    return found if len(found) > 1 else ()


def _may_be_words(chunk: str, fewest: int, between_digits: bool) -> bool:
    if chunk.isdigit() or not fewest <= len(chunk) <= LONGEST:
        return False
    return not (between_digits and len(chunk) <= LONGEST_CODE)


def _cut(letters: str, after_digit: bool, before_digit: bool) -> tuple[str, ...]:
    """What belongs to the code before, "" if nothing; the likeliest words; and what belongs to the code after.

    () where there are no words to speak of.
    """
    best: list[tuple[int, int]] = [(0, 0)]
    for end in range(1, len(letters) + 1):
        ways = []
        for start in range(max(0, end - LONGEST_WORD), end):
            is_code = _may_be_code(start, end, len(letters), after_digit, before_digit)
            ways.append((best[start][0] + _price(letters[start:end], is_code) + NO_SPACE, start))
        best.append(min(ways))
    pieces, end = [], len(letters)
    while end:
        pieces.append(letters[best[end][1] : end])
        end = best[end][1]
    pieces.reverse()
    return _with_codes(pieces, after_digit, before_digit)


def _may_be_code(start: int, end: int, length: int, after_digit: bool, before_digit: bool) -> bool:
    return end - start <= LONGEST_CODE and ((after_digit and start == 0) or (before_digit and end == length))


def _price(piece: str, is_code: bool) -> int:
    known = price(piece)
    if known is not None:
        return known
    return (CODE if is_code else UNKNOWN) + LETTER * len(piece)


def _with_codes(pieces: list[str], after_digit: bool, before_digit: bool) -> tuple[str, ...]:
    unknown = [price(piece) is None for piece in pieces]
    first = pieces[0] if after_digit and unknown[0] and len(pieces[0]) <= LONGEST_CODE else ""
    last = pieces[-1] if before_digit and unknown[-1] and len(pieces[-1]) <= LONGEST_CODE and len(pieces) > 1 else ""
    words = pieces[bool(first) : len(pieces) - bool(last)]
    if not _are_words(words, after_digit or before_digit):
        return ()
    return (first, *words, last)


def _are_words(words: Sequence[str], beside_digits: bool) -> bool:
    """Whether most letters are of words that we know, and not all of those are short; without digits, half are long."""
    known = [word for word in words if price(word) is not None]
    long = sum(len(word) > SHORT for word in known)
    if not known or max(map(len, known)) < SHORT or (not beside_digits and (len(words) == 1 or long * 2 < len(words))):
        return False
    return sum(map(len, known)) * 3 >= sum(map(len, words)) * 2
