"""What speaks for each language, each clause and a lure in a text: all models at once.

The rows of them lie side by side: to fetch a row from memory is most of what a number of the text costs, and so each
is fetched once. A row is filled up to a width that never crosses a line of the processor's cache.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np

from parley.core.policy.screening.features import BUCKETS, Numbers
from parley.core.policy.screening.linear import Floats, Model, kept_in

LANGUAGES, CLAUSES, LURES = "languages.npz", "screens.npz", "lures.npz"
WIDTH = 32


class Weights(NamedTuple):
    """How much speaks for each language, and the logarithm of the odds that the text breaks a clause; 0 is even.

    ``lure``: how much its words speak for a lure, 0 before that was taught.
    """

    languages: dict[str, float]
    odds: dict[str, float]
    lure: float


def weighed(features: Sequence[Numbers]) -> Weights:
    """What the models say of a text by its numbers; nothing of what was not taught yet."""
    model, languages, lure = _side_by_side()
    sums = model.sums(features)
    odds = ((sums - model.middle) * model.slope).tolist()
    said = sums.tolist()
    return Weights(
        dict(zip(model.labels[:languages], said[:languages], strict=True)),
        dict(zip(model.labels[languages:lure], odds[languages:lure], strict=True)),
        said[lure],
    )


@cache
def _side_by_side() -> tuple[Model, int, int]:
    """One model of all, where the labels of languages end in it, and where those of clauses do."""
    models = [_kept(file) for file in (LANGUAGES, CLAUSES, LURES)]
    columns = sum(len(taught.labels) for taught in models)
    width = -(-(columns + 1) // WIDTH) * WIDTH  # one is there for lures, taught or not
    weights = np.zeros((BUCKETS, width), dtype=np.int8)
    weights[:, :columns] = np.concatenate([taught.weights for taught in models], axis=1)

    def filled(name: str) -> Floats:
        found = np.zeros(width, dtype=np.float32)
        found[:columns] = np.concatenate([getattr(taught, name) for taught in models])
        return found

    labels = tuple(label for taught in models for label in taught.labels)
    scale, bias, slope, middle = map(filled, ("scale", "bias", "slope", "middle"))
    return (
        Model(labels, weights, scale, bias, slope, middle, ""),
        len(models[0].labels),
        len(models[0].labels) + len(models[1].labels),
    )


def _kept(file: str) -> Model:
    """The model of the package; one of no labels before it was first taught."""
    none = np.zeros(0, dtype=np.float32)
    nothing = Model((), np.zeros((BUCKETS, 0), dtype=np.int8), none, none, none, none, "")
    return kept_in(files("parley.core.policy.screening") / file) or nothing
