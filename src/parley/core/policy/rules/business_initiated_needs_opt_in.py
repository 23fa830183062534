"""A business writes first only to a person who gave their number and agreed to be written to on WhatsApp.

Why: people block what they did not ask for. The number's source must be known, and the newest word on the purpose
(or on all purposes) must be an opt-in whose wording named the business and WhatsApp.

Allowed: an order update to a person who ticked the box; any answer within the window, since they wrote first.
Denied: a template to an imported number without a consent on record, or on a wording that does not name the business.
"""

from parley.core.messages import TemplateUse
from parley.core.policy.consent import newest_for, wording_states
from parley.core.policy.examples import a_consent, a_template
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B4"
ALSO = ("B5",)
MOMENTS = ("campaign", "outbound", "agent")


def check(message: Outbound) -> Finding | None:
    """Block a business-initiated message without a valid opt-in."""
    used = message.content
    if not isinstance(used, TemplateUse) or (message.window_open and used.category != "marketing"):
        return None
    if not message.contact.number_source or message.contact.number_source == "unknown":
        return _no("It is not on record how this person's number came to you.", "B4", {"number_source": ""})
    consent = newest_for(used.category, message.contact.consents)
    if consent is None:
        return _no(f"This person has not opted in to {used.category} messages.", "B4", {"consent": None})
    if consent.action == "opt_in" and not wording_states(message.number.display_name, consent.wording):
        said = "The wording this person agreed to does not name the business and WhatsApp"
        return _no(f"{said}, so the opt-in does not count.", "B5", {"method": consent.method})
    return None


def _no(sentence: str, clause: str, facts: dict[str, object]) -> Finding:
    return Finding(
        rule="business_initiated_needs_opt_in",
        clause=clause,
        verdict="block",
        sentence=sentence,
        next_step="ask_opt_in",
        next_sentence="Wait until they write, or record their opt-in with its wording and evidence.",
        facts=facts,
    )


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (
        a_template(consents=()),
        a_template(number_source=""),
        a_template(consents=[a_consent("all", wording="Yes.")]),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (a_template(), a_template("marketing", consents=[a_consent("marketing")]))
