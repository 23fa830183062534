"""Whom a campaign, a segment or a routing rule selects, and how much is to be sent (B8, E6, F2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class Condition:
    """One field that people are selected or left out by: ``age < 30``."""

    field: str
    operator: str = "="
    value: str = ""


@dataclass(frozen=True)
class SendingPlan(Matter):
    """A segment, a campaign with its segment, a bot's condition or a routing rule.

    ``recipients``: how many people it reaches; ``daily_limit``: how many the number may start conversations with in
    24 hours (the platform's messaging limit), ``started_today`` how many it has; ``usual_daily``: its usual day.
    """

    client: ClientFacts
    now: datetime
    kind: Literal["segment", "campaign", "bot", "routing"]
    name: str
    conditions: tuple[Condition, ...] = ()
    template_category: str = ""
    template_status: str = ""
    template_promotes: bool = False
    recipients: int = 0
    daily_limit: int | None = None
    started_today: int = 0
    usual_daily: float = 0.0
    quality: str = "GREEN"

    moment: ClassVar[Moment] = "campaign"

    def texts(self) -> Iterable[str]:
        """What it is called."""
        return (self.name,)

    def facts(self) -> dict[str, Any]:
        """Its fields and its size."""
        return {
            "kind": self.kind,
            "fields": sorted({each.field for each in self.conditions}),
            "recipients": self.recipients,
            "daily_limit": self.daily_limit,
            "started_today": self.started_today,
        }
