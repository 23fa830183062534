"""What the screening of a text finds."""

from dataclasses import dataclass
from typing import Literal

HIT = 0.5  # from here on a hit counts: a person must look
CLEAR = 0.8  # from here on it is a clear breach


@dataclass(frozen=True, slots=True)
class Hit:
    """One sign of a breach. ``group`` is the clause; ``what`` names the entry or kind, never words of the text."""

    group: str
    kind: Literal["lexicon", "detector", "model", "opinion"]
    strength: float
    what: str
