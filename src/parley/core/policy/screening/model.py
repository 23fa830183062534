"""The text model: what word lists and recognisers do not name, learnt from sentences that we wrote."""

from parley.core.policy.screening.hits import Hit
from parley.core.policy.screening.reading import Reading


def find(reading: Reading) -> list[Hit]:
    """One hit for each clause that the text may break."""
    return []
