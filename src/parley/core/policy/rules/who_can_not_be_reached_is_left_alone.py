"""Whom WhatsApp does not deliver to is left alone for a while, also by what is queued.

Why: a message that can not be delivered may hide a block, a person who gets too much marketing is kept from more of it,
and a country may be barred to a business. Trying on and on is what costs a number its quality.

Allowed: an answer to somebody who has written since; a code to somebody who gets no more marketing at present.
Denied: the next message to somebody whom WhatsApp could not reach; the next offer within a day of a cap.
"""

from dataclasses import replace
from datetime import timedelta

from parley.core.messages import TemplateUse
from parley.core.messages.undelivered import BY_CODE
from parley.core.policy.examples import NOW, a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.refusals import BLOCKED, COUNTRY_BARRED, RESTS, Suppression
from parley.core.policy.verdicts import Finding

CLAUSE = "F1"
ALSO = ("B7", "B8")
MOMENTS = ("campaign", "outbound", "agent")
BARRED = "WhatsApp does not let this business write to people in this country."
CAPPED = "WhatsApp keeps this person from getting more marketing at present."
OUT_OF_REACH = "WhatsApp could not deliver the last message to this person."


def check(message: Outbound) -> Finding | None:
    """Block what WhatsApp said it would not deliver."""
    for each in message.contact.suppressions:
        if _holds(message, each):
            return _no(each)
    return None


def _holds(message: Outbound, each: Suppression) -> bool:
    if message.now >= each.until:
        return False
    if each.reach == "marketing":
        return isinstance(message.content, TemplateUse) and message.content.category == "marketing"
    if message.waits:  # it leaves when they have written, which ends all of these but a block
        return each.code == BLOCKED
    wrote_at = message.customer_wrote_at
    return wrote_at is None or wrote_at <= each.at


def _no(each: Suppression) -> Finding:
    if each.code == BLOCKED:
        return _finding(each, BY_CODE[BLOCKED].sentence, BY_CODE[BLOCKED].next_sentence)
    if each.reach == "marketing":
        return _finding(each, CAPPED, "Wait until they write, or send it on another day.")
    sentence = BARRED if each.code == COUNTRY_BARRED else OUT_OF_REACH
    return _finding(each, sentence, "Wait until they write, or reach them on another way.")


def _finding(each: Suppression, sentence: str, next_sentence: str) -> Finding:
    return Finding(
        rule="who_can_not_be_reached_is_left_alone",
        clause=CLAUSE,
        verdict="block",
        sentence=sentence,
        next_step="wait",
        next_sentence=next_sentence,
        facts={"code": each.code, "until": each.until.isoformat()},
    )


def _after(code: int, message: Outbound, *, ago: timedelta = timedelta(hours=1)) -> Outbound:
    at = NOW - ago
    rest = Suppression(RESTS[code].reach, code, at, at + RESTS[code].lasts)
    return replace(message, contact=replace(message.contact, suppressions=(rest,)))


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (
        _after(131026, a_template()),
        _after(BLOCKED, a_template()),
        _after(131049, a_template("marketing")),
        _after(COUNTRY_BARRED, an_outbound(window_expires_at=NOW + timedelta(hours=1))),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        _after(131026, an_outbound(window_expires_at=NOW + timedelta(hours=23, minutes=30))),
        _after(131049, a_template("authentication")),
        _after(131049, a_template("marketing"), ago=timedelta(hours=24)),
    )
