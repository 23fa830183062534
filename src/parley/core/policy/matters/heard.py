"""A message of a customer, before it is kept (D3, D4, A3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class Heard(Matter):
    """What came in. ``taken_out``: kinds of numbers that were removed before it was kept."""

    client: ClientFacts
    now: datetime
    words: tuple[str, ...]
    conversation_id: UUID | None = None
    taken_out: tuple[str, ...] = ()

    moment: ClassVar[Moment] = "inbound"

    def texts(self) -> Iterable[str]:
        """The customer's words."""
        return self.words

    def facts(self) -> dict[str, Any]:
        """What was taken out of it."""
        return {"taken_out": list(self.taken_out)}
