"""What the screening of a text finds."""

from dataclasses import dataclass
from typing import Literal, Protocol

HIT = 0.5  # from here on a hit counts: a person must look
CLEAR = 0.8  # from here on it is a clear breach


@dataclass(frozen=True, slots=True)
class Hit:
    """One sign of a breach. ``group`` is the clause; ``what`` names the entry or kind, never words of the text."""

    group: str
    kind: Literal["lexicon", "detector", "model"]
    strength: float
    what: str


class SecondOpinion(Protocol):
    """Another reader of texts, such as a moderation service. Its hits are added: it may tighten, never loosen."""

    def hits(self, text: str) -> tuple[Hit, ...]:
        """What it finds in the text."""
        ...


def tightened(hits: tuple[Hit, ...], opinion: SecondOpinion, text: str) -> tuple[Hit, ...]:
    """The hits with those of the second opinion beside them; none is taken away or made weaker."""
    return hits + opinion.hits(text)
