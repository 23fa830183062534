"""What speaks for each language and each clause in a text: both models at once.

The rows of the two lie side by side: to fetch a row from memory is most of what a number of the text costs, and so each
is fetched once. A row is filled up to a width that never crosses a line of the processor's cache.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from parley.core.policy.screening.features import BUCKETS, Numbers
from parley.core.policy.screening.linear import Floats, Model, kept_in

LANGUAGES, CLAUSES = "languages.npz", "screens.npz"
WIDTH = 32


class Weights(NamedTuple):
    """How much speaks for each language, and the logarithm of the odds that the text breaks a clause; 0 is even."""

    languages: dict[str, float]
    odds: dict[str, float]


def weighed(features: Sequence[Numbers]) -> Weights:
    """What the models say of a text by its numbers; nothing of what was not taught yet."""
    model, languages = _side_by_side()
    sums = model.sums(features)
    odds = ((sums - model.middle) * model.slope).tolist()
    said = sums.tolist()
    return Weights(
        dict(zip(model.labels[:languages], said, strict=False)),
        dict(zip(model.labels[languages:], odds[languages:], strict=False)),
    )


@cache
def _side_by_side() -> tuple[Model, int]:
    """One model of both, and how many of its labels are languages."""
    both = [taught for file in (LANGUAGES, CLAUSES) for taught in [_kept(file)]]
    columns = sum(len(taught.labels) for taught in both)
    width = -(-columns // WIDTH) * WIDTH
    weights = np.zeros((BUCKETS, width), dtype=np.int8)
    weights[:, :columns] = np.concatenate([taught.weights for taught in both], axis=1)

    def filled(name: str) -> Floats:
        found = np.zeros(width, dtype=np.float32)
        found[:columns] = np.concatenate([getattr(taught, name) for taught in both])
        return found

    labels = tuple(label for taught in both for label in taught.labels)
    scale, bias, slope, middle = map(filled, ("scale", "bias", "slope", "middle"))
    return Model(labels, weights, scale, bias, slope, middle, ""), len(both[0].labels)


def _kept(file: str) -> Model:
    """The model of the package; one of no labels before it was first taught."""
    none = np.zeros(0, dtype=np.float32)
    nothing = Model((), np.zeros((BUCKETS, 0), dtype=np.int8), none, none, none, none, "")
    return kept_in(files("parley.core.policy.screening") / file) or nothing
