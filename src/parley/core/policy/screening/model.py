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
# Words and pieces of words can not tell hate from what objects to it, nor a threat from a figure of speech: on sets of
# both the model alone was right in half of the cases. The recognisers speak for these clauses by themselves, and
# that of deception has a model of its own.
LEFT_TO_RECOGNISERS = frozenset({"B8", "E2", "E6", "E7"})


@cache
def model() -> Model | None:
    """The model of the package, None before it was first taught."""
    return kept_in(files("parley.core.policy.screening") / FILE)


def odds(reading: Reading) -> dict[str, float]:
    """For each clause that was taught, the logarithm of the odds that the text breaks it; 0 is even."""
    if not reading.words:
        return {}
    return {clause: at_odds for clause, at_odds in reading.odds.items() if clause not in LEFT_TO_RECOGNISERS}


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause that the text may break, by the model alone."""
    return hits(odds(reading))


def hits(odds: dict[str, float]) -> list[Hit]:
    """What the odds say, without the faint."""
    strengths = {label: likelihood(at_odds) for label, at_odds in odds.items()}
    return [
        Hit(label, "model", strength, "text model") for label, strength in strengths.items() if strength >= FAINTEST
    ]
