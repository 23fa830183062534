"""A text that is written without spaces, with its spaces: read from then on as any other is."""

import re
from collections.abc import Iterator
from itertools import accumulate

from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.separating import price, separated
from parley.core.policy.screening.tokens import AS_I, WORD

ROW = re.compile("(?:[^\\W_]|[\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963]){5,240}")
LONG = 12  # letters of the longest row, from which on a text may be one of such
FEWEST = 12  # between two spaces, on the mean
SHORTEST = 18  # letters of a text: a word alone may have fewer
LOOKED = 400  # letters of its beginning that show it
LONGEST = 700  # of a text that is given its spaces: see ``mending.PATIENCE``
RUN = 3  # words of a row that no honest one has
REPEATED = re.compile(r"(\w)\1{3}")
INSIDE = re.compile(r"(?<=[a-z])[0134578]{1,2}(?=[a-z]|$)|(?<![a-z0-9])[0134578](?=[a-z])")
ADDRESS = re.compile(r"(?:https?:|www\.|\w@)\S*", re.IGNORECASE)
# A mark that spaces stood behind; what follows a full stop may be an address.
MARK = re.compile(
    "(?<=[^\\W_])(?:[,;:!?\u060c\u061f\u0964\u2026]+(?=[^\\W\\d_])|\\.+(?=[A-Z\u00c0-\u00de\u0600-\u097f]))"
)


def respaced(text: str) -> str:
    """The text, with its spaces where it has none."""
    letters = sum(map(len, WORD.findall(text))) if len(text) <= LONGEST else 0
    if letters < max(SHORTEST, FEWEST * len(text.split())) or not any(len(row) >= LONG for row in ROW.findall(text)):
        return text
    rows = list(_rows(text))
    several = [words for start, _, words in rows if len(words) > 1 and start < LOOKED]
    within = sum(len(word) for words in several for word in words)
    if within * 2 <= min(letters, LOOKED) or max(map(len, several), default=0) < RUN:
        return text
    made, place = [], 0
    for start, end, words in rows:
        made += [text[place:start], " ".join(words)]
        place = end
    return MARK.sub(r"\g<0> ", "".join(made) + text[place:])


def _rows(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Where each long row of letters begins and ends, and its words as they are written."""
    addresses = [found.span() for found in ADDRESS.finditer(text)]
    for row in ROW.finditer(text):
        start, end = row.span()
        if not any(begin < end and start < stop for begin, stop in addresses):
            yield start, end, _words(row.group())


def _likeliest(folded: str) -> list[str] | None:
    """Its words, with digits for letters or with numbers; of what has a row of one letter nothing is sure."""
    if REPEATED.search(folded):
        return None
    ways = [folded, INSIDE.sub(lambda digits: digits.group().translate(AS_I), folded)]
    found = [words for way in dict.fromkeys(ways) if (words := separated(way, freely=True))]
    return min(found, key=price, default=None)


def _words(row: str) -> list[str]:
    """The words of a row, written as in it but for digits that stand for letters."""
    folds = [*row.lower()] if row.isascii() else [fold(letter) for letter in row]
    words = _likeliest("".join(folds))
    if not words:
        return [row]
    ends, read = {*accumulate(map(len, words))}, "".join(words)
    made, done = [""], 0
    for letter, folded in zip(row, folds, strict=True):
        made[-1] += read[done] if letter.isdigit() and folded == letter else letter
        done += len(folded)
        if done in ends and folded:
            made.append("")
    return [word for word in made if word]
