"""What the text model sees of a text: its words, pairs of words and pieces of words, each as a number."""

from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

BITS = 18
BUCKETS = 1 << BITS
LONGEST_PIECE = 5
FIRST, LAST = 1_600, 400  # letters of a longer text that the model sees
SPACE = ord(" ")
FACTOR, PRIME, SHIFT = np.uint32(2_654_435_761), np.uint32(31), np.uint32(15)

Numbers = npt.NDArray[np.uint32]


def features(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The numbers of the words and pairs, and those of the pieces."""
    text = " ".join(words)
    if len(text) > FIRST + LAST:
        text = f"{text[:FIRST]} {text[-LAST:]}"
        words = text.split()
    single = [crc32(word.encode("utf-8", "replace")) for word in words]
    whole = [*single, *((left * 31 + right * 17 + 7) & 0xFFFFFFFF for left, right in pairwise(single))]
    numbers = _bucket(np.concatenate([np.array(whole, dtype=np.uint32), *_pieces(text)]))
    return numbers[: len(whole)], numbers[len(whole) :]


def _pieces(text: str) -> list[Numbers]:
    """Runs of 2 to 5 letters inside words, the space before and after being part of the word."""
    letters = np.frombuffer(f" {text} ".encode("utf-32-le", "replace"), dtype=np.uint32)
    spaces = np.cumsum(letters == SPACE)
    mixed = letters * FACTOR
    running = mixed
    found = []
    for length in range(2, min(LONGEST_PIECE, len(letters)) + 1):
        running = (running[:-1] ^ (running[:-1] >> SHIFT)) * PRIME + mixed[length - 1 :]
        # No space between the first letter and the last one: the piece is of one word.
        inside = spaces[length - 2 : len(letters) - 1] == spaces[: len(letters) - length + 1]
        found.append(running[inside] if length > 2 else running)
    return found


def _bucket(numbers: Numbers) -> Numbers:
    return ((numbers ^ (numbers >> np.uint32(13))) * FACTOR) >> np.uint32(32 - BITS)
