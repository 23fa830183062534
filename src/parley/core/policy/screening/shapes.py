"""What the text model sees of how a text is written: figures by their length, sums of money, links, signs.

Folding makes letters of digits and drops signs, so that a price, a short number and a premium line look like words.
"""

import re
from zlib import crc32

import numpy as np

from parley.core.policy.screening.features import FIRST, LAST, MOST_KNOWN, Numbers, bucket

TOKEN = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+|\d+(?:[.,]\d+)?|[£$€₹%]|[^\w\s]+|_+")
FIGURES = re.compile(r"\d+")
LINKS = ("http", "www.")
LONGEST = 11  # digits; a longer figure is only long
SALT = crc32(b"shape")  # a shape is another number than the word of the same letters
LEFT, RIGHT = np.uint32(31), np.uint32(17)


def shapes(text: str) -> Numbers:
    """The numbers of each shape and of each two neighbours."""
    if len(text) > FIRST + LAST:
        text = f"{text[:FIRST]} {text[-LAST:]}"
    known = [_KNOWN[token] for token in TOKEN.findall(text)]
    count = len(known)
    if not count:
        return np.zeros(0, dtype=np.uint32)
    numbers = np.empty(2 * count - 1, dtype=np.uint32)
    numbers[:count] = known
    np.multiply(numbers[: count - 1], LEFT, out=numbers[count:])
    numbers[count:] += numbers[1:count] * RIGHT
    return bucket(numbers)


class _Known(dict[str, int]):
    """The number of each token; filled as tokens are met."""

    def __missing__(self, token: str) -> int:
        if len(self) > MOST_KNOWN:
            self.clear()
        self[token] = found = crc32(_shape(token).encode("utf-8", "replace"), SALT)
        return found


_KNOWN = _Known()


def _shape(token: str) -> str:
    if token[0].isdecimal():
        return "0" * len(token) if token.isdecimal() and len(token) <= LONGEST else FIGURES.sub("0", token)
    return "link" if token.startswith(LINKS) else token.lower()
