"""Whoever asked not to be written to is not written to, from the moment they asked.

Why: every request to stop counts, on WhatsApp or off it, and it counts for what is queued already. A person who
writes again within the window is answered, because they ask; one confirmation of the request itself may go out. An
offer stays one when it is typed and no template is used. Since WhatsApp says by a signal of its own that a person has
stopped our marketing, that counts as their word too. A reply that was written before the stop, and waited for them to
write again, is no answer to what they ask afterwards.

Allowed: an answer to a question asked after the opt-out, also to one about offers or prices; the one confirmation.
Denied: a template to a person who opted out of its purpose or of everything; a late message without a new question; a
reply from before the stop; an offer in free text that a person who opted out of marketing has not asked for.
"""

from dataclasses import replace
from datetime import timedelta

from parley.core.messages import TemplateUse
from parley.core.policy.consent import newest_for
from parley.core.policy.examples import NOW, a_consent, a_template, an_outbound
from parley.core.policy.facts import ConsentFacts, Outbound
from parley.core.policy.offers import unasked_promotion
from parley.core.policy.screening import CLEAR
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding

CLAUSE = "B7"
MOMENTS = ("opt-out", "outbound", "agent")
READS = ("terms.marketing_stop",)
OFFER = "We have a special offer for you: 20% off everything, this weekend only!"
_BEFORE_THEY_WROTE = a_consent("all", "opt_out", at=NOW - timedelta(hours=23))
SIGNAL = "stop_signal"  # the method of an opt-out that a refusal of the platform told us


def check(message: Outbound, terms: Terms) -> Finding | None:
    """Block what the person asked not to get."""
    if message.confirms_opt_out:
        return None
    used = message.content
    said = [c for c in message.contact.consents if c.method != SIGNAL or terms.marketing_stop]
    if isinstance(used, TemplateUse):
        consent = newest_for(used.category, said)
        return _no(consent, used.category) if consent and consent.action == "opt_out" else None
    consent = newest_for("all", said)
    if consent is not None and consent.action == "opt_out" and not _wrote_since(message, consent):
        return _no(consent, "all")
    return _of_offer(message, newest_for("marketing", said))


def _of_offer(message: Outbound, consent: ConsentFacts | None) -> Finding | None:
    """A clear promotion is marketing; where it only may be one, its author is told and decides."""
    if consent is None or consent.action == "opt_in":
        return None
    hit = unasked_promotion(message, consent.at)
    if hit is None:
        return None
    clear = hit.strength >= CLEAR
    found = _no(consent, "marketing")
    return replace(
        found,
        verdict="block" if clear else "warn",
        sentence=f"{found.sentence} This text {'is' if clear else 'may be'} promotion.",
        next_step="reword",
        next_sentence="Answer what they asked and leave the offer out. Tell them of offers or prices when they ask.",
        facts=(found.facts or {}) | {"what": hit.what, "by": hit.kind},
    )


def _wrote_since(message: Outbound, consent: ConsentFacts) -> bool:
    """The window ends 24 h after their last message; one that was moved on after the opt-out means a new question."""
    wrote_at = message.customer_wrote_at
    if message.written_at is not None and message.written_at <= consent.at:
        return False
    return message.window_open and wrote_at is not None and wrote_at > consent.at


def _no(consent: ConsentFacts, purpose: str) -> Finding:
    what = "messages" if purpose == "all" else f"{purpose} messages"
    return Finding(
        rule="opt_out_is_respected",
        clause=CLAUSE,
        verdict="block",
        sentence=f"This person asked on {consent.at:%d %B %Y} not to get {what} any more.",
        next_step="ask_opt_in",
        next_sentence="Do not write to them unless they write again or opt in again.",
        facts={"opted_out_at": consent.at.isoformat(), "purpose": consent.purpose, "method": consent.method},
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    signal = replace(a_consent("marketing", "opt_out"), method=SIGNAL)
    return (
        an_outbound(consents=[a_consent("all", "opt_out", at=NOW - timedelta(hours=1))]),
        a_template("marketing", consents=[a_consent("all", at=NOW - timedelta(days=9)), signal]),
        an_outbound(OFFER, consents=[a_consent("marketing", "opt_out", at=NOW - timedelta(days=9))]),
        an_outbound(consents=[_BEFORE_THEY_WROTE], written_at=NOW - timedelta(days=2)),
        an_outbound(consents=[a_consent("all", "opt_out", at=NOW - timedelta(hours=1))], waits=True),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        an_outbound(consents=[a_consent("all", "opt_out")], confirms_opt_out=True),
        an_outbound(consents=[a_consent("marketing", "opt_out")]),
        an_outbound(consents=[_BEFORE_THEY_WROTE]),
        an_outbound(consents=[_BEFORE_THEY_WROTE], written_at=NOW - timedelta(hours=22)),
        an_outbound(
            OFFER, consents=[a_consent("marketing", "opt_out", at=NOW - timedelta(days=9))], offers_asked_at=NOW
        ),
        a_template("utility", consents=[a_consent("all"), replace(a_consent("marketing", "opt_out"), method=SIGNAL)]),
    )
