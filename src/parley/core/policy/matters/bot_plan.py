"""A bot before it is published (C7, D3, E6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from propcache.api import cached_property

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment
from parley.core.policy.matters.sending_plan import Condition
from parley.core.policy.parts import in_parts


@dataclass(frozen=True)
class BotPlan(Matter):
    """What it will say, where it can hand over, and on what it decides.

    ``hands_over_after``: failed turns after which it offers the ways out by itself. ``kind``: 'service' answers for a
    business; 'general_assistant' is an assistant for everything. ``released``: names of the rules whose hold on these
    very words a person has lifted.
    """

    client: ClientFacts
    now: datetime
    answers: tuple[str, ...] = ()
    escalation_paths: tuple[dict[str, Any], ...] = ()
    conditions: tuple[Condition, ...] = ()
    hands_over_after: int = 2
    kind: str = "service"
    released: frozenset[str] = frozenset()

    moment: ClassVar[Moment] = "automation"

    def texts(self) -> Iterable[str]:
        """Every answer it may give."""
        return self.answers

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Each answer by itself, as the customer reads it."""
        return tuple(part for answer in self.answers for part in in_parts(answer))

    def facts(self) -> dict[str, Any]:
        """Its ways out and its size."""
        return {
            "paths": [str(path.get("kind", "")) for path in self.escalation_paths],
            "answers": len(self.answers),
            "hands_over_after": self.hands_over_after,
            "kind": self.kind,
        }
