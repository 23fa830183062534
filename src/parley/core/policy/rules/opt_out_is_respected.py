"""Whoever asked not to be written to is not written to, from the moment they asked.

Why: every request to stop counts, on WhatsApp or off it, and it counts for what is queued already. A person who
writes again within the window is answered, because they ask; one confirmation of the request itself may go out.

Allowed: an answer to a question asked after the opt-out; the one confirmation.
Denied: a template to a person who opted out of its purpose or of everything; a late message without a new question.
"""

from datetime import timedelta

from parley.core.messages import TemplateUse
from parley.core.policy.consent import newest_for
from parley.core.policy.examples import NOW, a_consent, an_outbound
from parley.core.policy.facts import ConsentFacts, Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B7"
MOMENTS = ("opt-out", "outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block what the person asked not to get."""
    if message.confirms_opt_out:
        return None
    used = message.content
    if isinstance(used, TemplateUse):
        consent = newest_for(used.category, message.contact.consents)
        return _no(consent, used.category) if consent and consent.action == "opt_out" else None
    consent = newest_for("all", message.contact.consents)
    if consent is None or consent.action == "opt_in" or _wrote_since(message, consent):
        return None
    return _no(consent, "all")


def _wrote_since(message: Outbound, consent: ConsentFacts) -> bool:
    """The window ends 24 h after their last message; one that was moved on after the opt-out means a new question."""
    wrote_at = message.customer_wrote_at
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
    return (an_outbound(consents=[a_consent("all", "opt_out", at=NOW - timedelta(hours=1))]),)


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (
        an_outbound(consents=[a_consent("all", "opt_out")], confirms_opt_out=True),
        an_outbound(consents=[a_consent("marketing", "opt_out")]),
    )
