"""What a model says of texts that it was not taught with."""

from collections.abc import Callable, Sequence
from typing import Any
from zlib import crc32

import numpy as np

from parley.commands.policy.evaluating.cases import opening

FOLDS = 5
Fit = Callable[[Any, Any, Any], Any]  # rows, truth, weights: a fitted model


def folds_of(texts: Sequence[str]) -> Any:
    """A number for each text; what begins alike is taught and judged together."""
    return np.array([crc32(opening(text).encode()) % FOLDS for text in texts])


def unseen_sums(fit: Fit, rows: Any, truth: Any, weight: Any, folds: Any) -> Any:
    """For each text what speaks for the label by a model that was taught with the other folds."""
    sums = np.zeros(len(truth))
    for fold in range(FOLDS):
        learn, judge = folds != fold, folds == fold
        if judge.any():
            sums[judge] = fit(rows[learn], truth[learn], weight[learn]).decision_function(rows[judge])
    return sums
