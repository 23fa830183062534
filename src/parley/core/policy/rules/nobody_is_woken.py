"""Marketing does not come in the night of the person who gets it.

Why: a telephone that rings at three in the morning surprises people, and whoever is woken blocks the number. The hour
is the one at the person's place, by their number; where a country has several, night in one of them is night.

Allowed: an answer to a question at any hour; a delivery notice at six; an offer at eleven.
Denied: an offer at two in the morning of the person, though it is noon at the business.
"""

from datetime import time, timedelta

from parley.core.messages import TemplateUse
from parley.core.policy.conduct import local_time
from parley.core.policy.examples import NOW, a_consent, a_template
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = ("campaign", "outbound", "agent")
READS = ("quiet_from", "quiet_until")
EVENING, MORNING = time(21), time(8)


def check(message: Outbound) -> Finding | None:
    """Block marketing between the quiet hours."""
    if not isinstance(message.content, TemplateUse) or message.content.category != "marketing":
        return None
    quiet_from = _hour(message, "quiet_from", EVENING)
    until = _hour(message, "quiet_until", MORNING)
    there = local_time(message.now, message.to, message.timezone)
    if until <= there < quiet_from:
        return None
    return Finding(
        rule="nobody_is_woken",
        clause=CLAUSE,
        verdict="block",
        sentence=f"It is {there:%H:%M} where this person lives, and marketing waits until {until:%H:%M}.",
        next_step="wait",
        next_sentence=f"Send it after {until:%H:%M} of their time.",
        facts={"local": f"{there:%H:%M}"},
    )


def _hour(message: Outbound, setting: str, usual: time) -> time:
    """A Client may widen its quiet hours, not narrow them."""
    chosen = message.client.settings.get(setting)
    hour = time.fromisoformat(str(chosen)) if chosen else usual
    return min(hour, usual) if setting == "quiet_from" else max(hour, usual)


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    agreed = [a_consent("all")]
    return (
        a_template("marketing", now=NOW.replace(hour=2), to="447700900123", consents=agreed),
        a_template("marketing", now=NOW.replace(hour=12), to="12135550100", consents=agreed),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        a_template("marketing", now=NOW.replace(hour=11), to="447700900123"),
        a_template("utility", now=NOW.replace(hour=2) + timedelta(days=1), to="447700900123"),
    )
