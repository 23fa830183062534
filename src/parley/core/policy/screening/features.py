"""What the text model sees of a text: its words, pairs of words and pieces of words, each as a number."""

from collections.abc import Sequence
from itertools import pairwise
from struct import iter_unpack
from zlib import crc32

import numpy as np
import numpy.typing as npt

BITS = 18
BUCKETS = 1 << BITS
LONGEST_PIECE = 5
MOST_KNOWN, LONGEST_KNOWN = 20_000, 40  # so many words are remembered, and no longer ones
FIRST, LAST = 1_600, 400  # letters of a longer text that the model sees
SPACE = ord(" ")
MIXING, MOST = 2_654_435_761, 0xFFFFFFFF
FACTOR, PRIME, SHIFT = np.uint32(MIXING), np.uint32(31), np.uint32(15)
FRESH = 24  # words of a text that are met first, above which none is remembered: nobody's language is so new
SHORT = 8  # letters of a word that is read without arrays

Numbers = npt.NDArray[np.uint32]


def features(words: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The numbers of the words and pairs, and those of the pieces."""
    if not words:
        return _whole(words), _PIECES[""]
    if sum(map(len, words)) + len(words) - 1 > FIRST + LAST:
        text = " ".join(words)
        text = f"{text[:FIRST]} {text[-LAST:]}"
        return _whole(text.split()), bucket(np.concatenate(_pieces(text)))
    fresh = [word for word in words if word not in _PIECES] if len(words) > FRESH else []
    if len(fresh) > FRESH:  # one look at all of them takes as long as at two of them
        known = [_PIECES[word] for word in words if word in _PIECES]
        return _whole(words), np.concatenate([*known, bucket(np.concatenate(_pieces(" ".join(fresh))))])
    return _whole(words), np.concatenate([_PIECES[word] for word in words])


def _whole(words: Sequence[str]) -> Numbers:
    """Of the words and of each two neighbours."""
    single = [crc32(word.encode("utf-8", "replace")) for word in words]
    whole = [*single, *((left * 31 + right * 17 + 7) & 0xFFFFFFFF for left, right in pairwise(single))]
    return bucket(np.array(whole, dtype=np.uint32))


class _Pieces(dict[str, Numbers]):
    """The pieces of each word, as no piece is of two; filled as words are met."""

    def __missing__(self, word: str) -> Numbers:
        if len(self) > MOST_KNOWN:
            self.clear()
        found = _pieces_of_short(word) if len(word) <= SHORT else bucket(np.concatenate(_pieces(word)))
        if len(word) < LONGEST_KNOWN:
            self[word] = found
        return found


_PIECES = _Pieces()


def _pieces_of_short(word: str) -> Numbers:
    """The same for one word, in less time than it takes to hand a dozen letters over to arrays."""
    letters = f" {word} ".encode("utf-32-le", "replace")
    mixed = [letter * MIXING & MOST for (letter,) in iter_unpack("<I", letters)]
    running, found = mixed, []
    for length in range(2, min(LONGEST_PIECE, len(mixed)) + 1):
        ends = mixed[length - 1 :]
        running = [((begun ^ (begun >> 15)) * 31 + end) & MOST for begun, end in zip(running, ends, strict=False)]
        found += running
    return np.array([((each ^ (each >> 13)) * MIXING & MOST) >> 32 - BITS for each in found], dtype=np.uint32)


def _pieces(text: str) -> list[Numbers]:
    """Runs of 2 to 5 letters inside words, the space before and after being part of the word."""
    letters = np.frombuffer(f" {text} ".encode("utf-32-le", "replace"), dtype=np.uint32)
    spaces = (letters == SPACE).cumsum()
    mixed = letters * FACTOR
    running = mixed
    found = []
    for length in range(2, min(LONGEST_PIECE, len(letters)) + 1):
        running = (running[:-1] ^ (running[:-1] >> SHIFT)) * PRIME + mixed[length - 1 :]
        # No space between the first letter and the last one: the piece is of one word.
        inside = spaces[length - 2 : len(letters) - 1] == spaces[: len(letters) - length + 1]
        found.append(running[inside] if length > 2 else running)
    return found


def bucket(numbers: Numbers) -> Numbers:
    """Any numbers, spread over the rows of the model."""
    return ((numbers ^ (numbers >> np.uint32(13))) * FACTOR) >> np.uint32(32 - BITS)
