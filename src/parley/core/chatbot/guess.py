"""What a text is likely to mean."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guess:
    """An intent and the probability that the text means it, 0 to 1."""

    intent_id: str
    confidence: float
