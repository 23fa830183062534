"""How a number stands with WhatsApp and with the people it writes to (A3, B2, F1, F2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class NumberStanding(Matter):
    """The last seven days of one number, as the platform reported them and as we counted.

    ``quality``: GREEN, YELLOW, RED or UNKNOWN. ``delivered``, ``blocks``, ``reports``, ``opt_outs``: counts.
    ``restriction``: what the platform has limited, '' if nothing; ``open_reports``: reports without a decision.
    ``profile_drift``: fields in which our copy of the profile and the platform's differ.
    """

    client: ClientFacts
    now: datetime
    number_id: str
    quality: str = "GREEN"
    delivered: int = 0
    blocks: int = 0
    reports: int = 0
    opt_outs: int = 0
    restriction: str = ""
    open_reports: int = 0
    profile_drift: tuple[str, ...] = ()
    profile_confirmed_at: datetime | None = None

    moment: ClassVar[Moment] = "platform"

    def facts(self) -> dict[str, Any]:
        """All of it: nothing here is a word of anybody's."""
        return {
            "number_id": self.number_id,
            "quality": self.quality,
            "delivered": self.delivered,
            "blocks": self.blocks,
            "reports": self.reports,
            "opt_outs": self.opt_outs,
            "restriction": self.restriction,
            "open_reports": self.open_reports,
            "profile_drift": list(self.profile_drift),
        }
