"""Words with stars for two letters ("p*st*l"): all that they may stand for, found without trying every letter.

Twenty-six letters for each of two stars are 676 words, of which hardly any is one. So the words that we know are kept
as rows of letters, all of one length together, and a look at the columns that are written leaves those that fit.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

import numpy as np
import numpy.typing as npt

from parley.core.policy.screening import medicines, named_words
from parley.core.policy.screening.known_words import vocabulary
from parley.core.policy.screening.phrases import lexicon

STAR, ANY = "*", "a"  # a star for a letter of an ending may be any: what names the word is before it
SHORT_STEM, LONG_ENDING = 3, 3  # a stem of so few letters has an ending of one at most, longer ones of three

Rows = npt.NDArray[np.uint8]


def fitting(form: str) -> set[str]:
    """The words that are written so but for the stars."""
    if not form.isascii():
        return set()
    found = set(_like(form, _words().get(len(form))))
    for letters, stems in _stems().items():
        ending = len(form) - letters
        if 0 <= ending <= (LONG_ENDING if letters > SHORT_STEM else 1):
            rest = form[letters:].replace(STAR, ANY)
            found.update(stem + rest for stem in _like(form[:letters], stems))
    return found


def _like(form: str, rows: Rows | None) -> Iterator[str]:
    if rows is None:
        return
    for place, letter in enumerate(form):
        if letter != STAR:
            rows = rows[rows[:, place] == ord(letter)]
    for row in rows:
        yield row.tobytes().decode("ascii")


@cache
def _words() -> dict[int, Rows]:
    return _by_length(vocabulary().keys() | _listed() | medicines.names())


@cache
def _stems() -> dict[int, Rows]:
    return _by_length(word[:-1] for word in _listed() if word.endswith(STAR))


def _listed() -> set[str]:
    return {*lexicon().words, *named_words.listed()}


def _by_length(words: Iterable[str]) -> dict[int, Rows]:
    spelt = sorted({word for word in words if word.isascii() and word.isalpha()}, key=len)
    return {
        letters: np.frombuffer("".join(each).encode("ascii"), np.uint8).reshape(-1, letters)
        for letters, each in groupby(spelt, key=len)
    }
