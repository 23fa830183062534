"""A business profile is looked at again from time to time, and is the same here and at WhatsApp.

Why: a support address that nobody reads any more helps nobody, and what customers see is WhatsApp's copy, not ours.

Allowed: a profile confirmed this spring, the same on both sides.
Denied: one that nobody has confirmed for half a year; one that WhatsApp shows otherwise.
"""

from datetime import timedelta

from parley.core.policy.examples import NOW, a_standing
from parley.core.policy.matters import NumberStanding
from parley.core.policy.verdicts import Finding

CLAUSE = "B2"
MOMENTS = ("platform",)
GRAVEST = "warn"
READS = ("profile_confirmed_for_days",)
DAYS = 180


def check(number: NumberStanding) -> Finding | None:
    """Ask for a look at the profile."""
    days = int(number.client.settings.get("profile_confirmed_for_days", DAYS))
    confirmed = number.profile_confirmed_at
    if number.profile_drift:
        fields = ", ".join(number.profile_drift)
        return _say(f"WhatsApp shows the profile otherwise than it is here: {fields}.", list(number.profile_drift))
    if confirmed is None or number.now - confirmed > timedelta(days=days):
        return _say(f"Nobody has confirmed the business profile for {days} days.", [])
    return None


def _say(sentence: str, drift: list[str]) -> Finding:
    return Finding(
        rule="profile_stays_current",
        clause=CLAUSE,
        verdict="warn",
        sentence=sentence,
        next_step="complete_profile",
        next_sentence="Look at the profile, mend it on both sides, and confirm it.",
        facts={"drift": drift},
    )


def breaches() -> tuple[NumberStanding, ...]:
    """What it asks about."""
    return (
        a_standing(profile_confirmed_at=NOW - timedelta(days=200)),
        a_standing(profile_confirmed_at=None),
        a_standing(profile_drift=("email",)),
    )


def look_alikes() -> tuple[NumberStanding, ...]:
    """What it leaves in peace."""
    return (a_standing(profile_confirmed_at=NOW - timedelta(days=150)),)
