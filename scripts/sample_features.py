"""Texts as rows of numbers for scikit-learn, and what it learnt as the small model of the package."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from scipy import sparse

from parley.core.policy.screening.features import BUCKETS, Numbers, features
from parley.core.policy.screening.linear import USUAL, Model, share
from parley.core.policy.screening.mending import mended
from parley.core.policy.screening.normalise import fold
from parley.core.policy.screening.tokens import tokens


def numbered(text: str) -> Sequence[Numbers]:
    """The words and pieces of words that most models see."""
    return features(mended(tokens(fold(text))).words)


def matrix_of(numbers: Iterable[Sequence[Numbers]], rare: int) -> Any:
    """One row a text, of its numbers; what fewer than ``rare`` texts have is left out."""
    places, values, ends = [], [], [0]
    for seen in numbers:
        for part, usual in zip(seen, USUAL, strict=False):
            places.append(part.astype(np.int64))
            values.append(np.full(len(part), share(len(part), usual), dtype=np.float32))
        ends.append(ends[-1] + sum(map(len, seen)))
    shape = (len(ends) - 1, BUCKETS)
    matrix = sparse.csr_matrix((np.concatenate(values), np.concatenate(places), np.array(ends)), shape=shape)
    matrix.sum_duplicates()
    return matrix.multiply(np.asarray((matrix > 0).sum(axis=0) >= rare)).tocsr()


def small(labels: Sequence[str], columns: Any, bias: Any, slope: Any, middle: Any, digest: str) -> Model:
    """The model with its weights as whole numbers from -127 to 127."""
    scale = (np.abs(columns).max(axis=1) / 127).astype(np.float32)
    return Model(
        labels=tuple(labels),
        weights=np.round(columns / scale[:, None]).astype(np.int8).T.copy(),
        scale=scale,
        bias=np.asarray(bias, dtype=np.float32),
        slope=np.asarray(slope, dtype=np.float32),
        middle=np.asarray(middle, dtype=np.float32),
        digest=digest,
    )
