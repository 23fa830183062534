"""Marketing does not come in the night of the person who gets it.

Why: a telephone that rings at three in the morning surprises people, and whoever is woken blocks the number. The hour
is the one at the person's place, by their number; where a country has several, night in one of them is night. An offer
in free text is one too, unless the person asked for it, or is awake and writing.

Allowed: an answer to a question at any hour; a delivery notice at six; an offer at eleven.
Denied: an offer at two in the morning of the person, though it is noon at the business.
"""

from datetime import timedelta

from parley.core.messages import TemplateUse
from parley.core.policy.conduct import MORNING, is_night, local_time
from parley.core.policy.examples import NOW, a_consent, a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.offers import unasked_promotion
from parley.core.policy.screening import CLEAR
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = ("campaign", "outbound", "agent")
AWAKE = timedelta(hours=1)  # who wrote so lately is not woken
ANSWERED = timedelta(hours=24)  # a question of the window may be answered in the night
OFFER = "Flash sale: 30% off everything, shop now!"


def check(message: Outbound) -> Finding | None:
    """Block marketing between evening and morning."""
    if isinstance(message.content, TemplateUse):
        is_marketing = message.content.category == "marketing"
    else:
        is_marketing = _is_offer(message)
    if not is_marketing:
        return None
    there = local_time(message.now, message.to, message.timezone)
    if not is_night(there):
        return None
    return Finding(
        rule="nobody_is_woken",
        clause=CLAUSE,
        verdict="block",
        sentence=f"It is {there:%H:%M} where this person lives, and marketing waits until {MORNING:%H:%M}.",
        next_step="wait",
        next_sentence=f"Send it after {MORNING:%H:%M} of their time.",
        facts={"local": f"{there:%H:%M}"},
    )


def _is_offer(message: Outbound) -> bool:
    """Clear promotion in free text, to somebody who is not in the middle of writing and has not asked for it."""
    wrote_at = message.customer_wrote_at
    if message.confirms_opt_out or (wrote_at is not None and message.now - wrote_at < AWAKE):
        return False
    hit = unasked_promotion(message, message.now - ANSWERED)
    return hit is not None and hit.strength >= CLEAR


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    agreed = [a_consent("all")]
    return (
        a_template("marketing", now=NOW.replace(hour=2), to="447700900123", consents=agreed),
        a_template("marketing", now=NOW.replace(hour=12), to="12135550100", consents=agreed),
        an_outbound(OFFER, now=NOW.replace(hour=2), to="447700900123"),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        a_template("marketing", now=NOW.replace(hour=11), to="447700900123"),
        an_outbound(OFFER, now=NOW.replace(hour=2), to="447700900123", offers_asked_at=NOW - timedelta(hours=9)),
        an_outbound(
            OFFER, now=NOW.replace(hour=2), to="447700900123", window_expires_at=NOW + timedelta(hours=15, minutes=50)
        ),
        a_template("utility", now=NOW.replace(hour=2) + timedelta(days=1), to="447700900123"),
    )
