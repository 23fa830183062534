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
    return sums_of(taught_without(fit, rows, truth, weight, folds), rows, folds)


def taught_without(fit: Fit, rows: Any, truth: Any, weight: Any, folds: Any) -> dict[int, Any]:
    """By fold a model that was taught with all others."""
    return {fold: fit(*(each[folds != fold] for each in (rows, truth, weight))) for fold in sorted({*folds.tolist()})}


def sums_of(models: dict[int, Any], rows: Any, folds: Any) -> Any:
    """What speaks for the label by the model of each row's fold."""
    sums = np.zeros(rows.shape[0])
    for fold, model in models.items():
        sums[folds == fold] = model.decision_function(rows[folds == fold])
    return sums
