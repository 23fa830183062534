"""The text model: what word lists and recognisers do not name, learnt from sentences that we wrote.

``python -m scripts.teach_screens`` makes the file.
"""

from functools import cache
from importlib.resources import files

import numpy as np

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.linear import Model, kept_in
from parley.core.policy.screening.reading import Reading

FILE = "screens.npz"
FAINTEST = 0.05  # a weaker sign is none


@cache
def model() -> Model | None:
    """The model of the package, None before it was first taught."""
    return kept_in(files("parley.core.policy.screening") / FILE)


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause that the text may break."""
    taught = model()
    if taught is None or not reading.words:
        return []
    strengths = taught.strengths(reading.features)
    return [
        Hit(taught.labels[place], "model", float(strengths[place]), "text model")
        for place in np.flatnonzero(strengths >= FAINTEST)
    ]
