"""An opt-in or opt-out before it goes on record (B6)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Literal

from parley.core.policy.matters.matter import ClientFacts, Matter, Moment


@dataclass(frozen=True)
class ConsentGiven(Matter):
    """What a person said, and what shows it.

    ``method``: how and where ('form', 'qr', 'chat', 'paper', 'telephone', 'api', …). ``wording``: the words that were
    shown, or ``wording_version`` where they are kept. ``evidence``: what proves it, by name.
    """

    client: ClientFacts
    now: datetime
    action: Literal["opt_in", "opt_out"] = "opt_in"
    purpose: str = "all"
    method: str = "form"
    wording: str = ""
    wording_version: str = ""
    language: str = ""
    recorded_by: str = ""
    given_at: datetime | None = None
    evidence: dict[str, Any] = field(default_factory=dict)

    moment: ClassVar[Moment] = "opt-in"

    def facts(self) -> dict[str, Any]:
        """How it was given and which proofs there are, not what they say."""
        return {
            "action": self.action,
            "purpose": self.purpose,
            "method": self.method,
            "wording_version": self.wording_version,
            "language": self.language,
            "evidence": sorted(name for name, value in self.evidence.items() if value),
        }
