"""B8 by a model of its own: how lures and private messages are worded and written, and which cues come together.

``python -m scripts.teach_lures`` makes the file.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from zlib import crc32

import numpy as np

from parley.core.policy.screening.features import Numbers, bucket
from parley.core.policy.screening.linear import USUAL, Model, kept_in, share
from parley.core.policy.screening.reading import Reading
from parley.core.policy.screening.shapes import shapes

FILE = "lures.npz"
CLAUSE = "B8"
SALT = crc32(b"cue")
Numbered = tuple[Numbers, Numbers, Numbers, Numbers]


@cache
def model() -> Model | None:
    """The model of the package, None before it was first taught."""
    return kept_in(files("parley.core.policy.screening") / FILE)


def odds(reading: Reading, cues: Iterable[str]) -> float | None:
    """The logarithm of the odds that the text is a lure, None before the model was taught. ``cues``: of deception."""
    taught = model()
    if taught is None:
        return None
    total = reading.lure
    for numbers, usual in zip(_beside_words(reading, cues), USUAL[2:], strict=True):
        if len(numbers):
            part = int(np.add.reduce(taught.weights.take(numbers), dtype=np.int32))
            total += part * taught.scale.item(0) * share(len(numbers), usual)
    return float((total - taught.middle.item(0)) * taught.slope.item(0))


def numbered(reading: Reading, cues: Iterable[str]) -> Numbered:
    """What the model sees: words, pieces of words, shapes, and the cues with each two of them."""
    return (*reading.features, *_beside_words(reading, cues))


def _beside_words(reading: Reading, cues: Iterable[str]) -> tuple[Numbers, Numbers]:
    return shapes(reading.text), _numbers_of(frozenset(cues))


@lru_cache(maxsize=10_000)
def _numbers_of(cues: frozenset[str]) -> Numbers:
    known = sorted(cues)
    named = [*known, *(f"{one} {other}" for one, other in combinations(known, 2))]
    return bucket(np.array([crc32(each.encode(), SALT) for each in named], dtype=np.uint32))
