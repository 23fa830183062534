"""The text model: what word lists and recognisers do not name, learnt from sentences that we wrote.

``python -m scripts.teach_screens`` makes the file.
"""

from functools import cache
from importlib.resources import files

from parley.core.policy.screening.combining import FAINTEST, likelihood
from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.linear import Model, kept_in
from parley.core.policy.screening.reading import Reading

FILE = "screens.npz"


@cache
def model() -> Model | None:
    """The model of the package, None before it was first taught."""
    return kept_in(files("parley.core.policy.screening") / FILE)


def odds(reading: Reading) -> dict[str, float]:
    """For each clause that was taught, the logarithm of the odds that the text breaks it; 0 is even."""
    taught = model()
    if taught is None or not reading.words:
        return {}
    return dict(zip(taught.labels, taught.odds(reading.features).tolist(), strict=True))


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause that the text may break, by the model alone."""
    strengths = {label: likelihood(at_odds) for label, at_odds in odds(reading).items()}
    return [
        Hit(label, "model", strength, "text model") for label, strength in strengths.items() if strength >= FAINTEST
    ]
