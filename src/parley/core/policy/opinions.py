"""What a second reader, such as a moderation service or a classifier of pictures, makes of a message.

It is asked before the gate is, and the gate is told as it is told any other fact: the core asks nobody.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from parley.core.policy.screening.hits import Hit

# Clauses that a reader can speak of: those that are read off the words or the picture.
READABLE = ("B8", "D4", "E2", "E3", *(f"E4.{number}" for number in range(15)), "E6", "E7")

Of = Literal["text", "file"]
Failure = Literal["", "timeout", "unreachable", "refused", "nonsense", "resting", "not_readable", "not_asked"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """One reader's word on the words of a message, or on its file.

    ``reader``: the form in which it was asked; ``model``: what it says it is. ``hits``: what it objects to, under the
    reader's own names. ``failed``: why there is no answer, '' where there is one. ``waits``: whether what it did not
    answer for waits for a person.
    """

    of: Of
    reader: str
    model: str = ""
    hits: tuple[Hit, ...] = ()
    failed: Failure = ""
    waits: bool = False

    @property
    def strongest(self) -> Hit | None:
        """Its gravest objection, None where it has none."""
        return max(self.hits, key=lambda hit: hit.strength, default=None)

    def as_fact(self) -> dict[str, Any]:
        """What the decision log keeps: who said what of which category. The words are not in it."""
        return asdict(self)


def opinion_from(fact: dict[str, Any]) -> Opinion:
    """The opinion as it was kept. Raises KeyError and TypeError for what is none."""
    return Opinion(**fact | {"hits": tuple(Hit(**hit) for hit in fact["hits"])})
