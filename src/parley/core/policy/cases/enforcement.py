"""What WhatsApp does to a business, as a value with a plain sentence; each opens a case with what led to it (F1)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

What = Literal["restriction", "violation", "ban", "quality", "review", "alert", "removal", "refusal", "country"]

SENTENCES: dict[What, str] = {
    "restriction": "WhatsApp has restricted this account: {name}.",
    "violation": "WhatsApp says that this account broke its policy: {name}.",
    "ban": "WhatsApp disables this account: {name}.",
    "quality": "WhatsApp warns of this number's quality: {name}.",
    "review": "WhatsApp's review of this account ended: {name}.",
    "alert": "WhatsApp raised an alert: {name}.",
    "removal": "This account was taken away from us: {name}.",
    "refusal": "WhatsApp refuses to send for this account: {name}.",
    "country": "WhatsApp lets this business write to nobody in a country: {name}.",
}
NEXT = "Stop what led to it, then ask for a review in WhatsApp's Business Support Home."

# Errors with which the platform refuses more than one message, because of what the business does or sent before.
REFUSALS: dict[int, What] = {
    368: "refusal",
    131031: "refusal",
    131048: "refusal",
    131064: "refusal",
    139200: "refusal",
    130497: "country",
}


@dataclass(frozen=True)
class PlatformAction:
    """One action, as far as it was told. ``name``: the platform's own word for it.

    ``phone``: digits of the number that it is about, '' for the whole account. ``until``: when it ends by itself, None
    where no end was told. ``ends``: it is the end of earlier actions of that kind. ``details``: what else was told.
    """

    what: What
    name: str
    phone: str = ""
    until: datetime | None = None
    ends: bool = False
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The same action told twice is one case."""
        return ":".join((self.what, self.name, self.phone))

    @property
    def finding(self) -> dict[str, Any]:
        """As the case shows it."""
        words = self.name.replace("_", " ").lower()
        return {
            "rule": f"platform_{self.what}",
            "clause": "F1",
            "verdict": "hold",
            "sentence": SENTENCES[self.what].format(name=words),
            "next_step": "ask_supervisor",
            "next_sentence": NEXT,
            "facts": {"until": self.until.isoformat() if self.until else None},
        }


def refusal_of(code: int) -> PlatformAction:
    """What one of ``REFUSALS`` tells."""
    return PlatformAction(REFUSALS[code], f"error_{code}")


def appeal_for(case_facts: dict[str, Any], business: str) -> str:
    """A draft of what is written to WhatsApp; a person completes it before it is sent."""
    name = str(case_facts.get("name", "")).replace("_", " ").lower()
    blocked = case_facts.get("decisions", {}).get("block", 0)
    held = case_facts.get("decisions", {}).get("hold", 0)
    return (
        f"We ask for a review of the action “{name}” on the WhatsApp Business Account of {business}.\n\n"
        f"Every outgoing message passes a policy check. In the seven days before the action it stopped {blocked} "
        f"messages and gave {held} to a person for a second look.\n\n"
        "What we found out about the cause: …\n"
        "What we have changed since: …\n\n"
        "The record of these decisions can be handed over on request."
    )
