"""A business writes first only to a person who gave their number and agreed to be written to on WhatsApp.

Why: people block what they did not ask for. The person has given their number, its source is known, and their newest
word on the purpose (or on all purposes) is an opt-in whose wording named the business and WhatsApp. Later texts of the
policy ask for less: a general permission that names the business, a user name instead of a number.

Allowed: an order update to a person who ticked the box; any answer within the window, since they wrote first.
Denied: a template to an imported number without a consent on record, or on a wording that does not name the business.
"""

from dataclasses import replace
from datetime import timedelta

from parley.core.messages import TemplateUse
from parley.core.policy.consent import newest_for, wording_states
from parley.core.policy.examples import CLIENT, NOW, a_consent, a_template, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding

CLAUSE = "B4"
ALSO = ("B5",)
MOMENTS = ("campaign", "outbound", "agent")
READS = ("terms.opt_in", "terms.usernames")


def check(message: Outbound, terms: Terms) -> Finding | None:
    """Block a business-initiated message without a valid opt-in."""
    used = message.content
    if not isinstance(used, TemplateUse) or (message.window_open and used.category != "marketing"):
        return None
    if not message.contact.number_source or message.contact.number_source == "unknown":
        return _no("It is not on record how this person's number came to you.", "B4", {"number_source": ""})
    if message.to_user_id and not message.to and not terms.usernames:
        return _no("This person has given you a user name and not their number.", "B4", {"known_by": "user_id"})
    consent = newest_for(used.category, message.contact.consents)
    if consent is None:
        return _no(f"This person has not opted in to {used.category} messages.", "B4", {"consent": None})
    named = terms.opt_in == "named"
    stated = wording_states(message.number.display_name, consent.wording, names_whatsapp=named)
    if consent.action == "opt_in" and not stated:
        said = f"The wording this person agreed to does not name the business{' and WhatsApp' if named else ''}"
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
        a_template(consents=[a_consent("all", wording="Northbank may write to me.")]),
        a_template(to_user_id="GB.123"),
    )


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    general = replace(CLIENT, choices=("general-opt-in",))
    return (
        a_template(),
        a_template("marketing", consents=[a_consent("marketing")]),
        a_template(consents=[a_consent("all", wording="Northbank may write to me.")], client=general),
        a_template(to_user_id="GB.123", client=replace(CLIENT, choices=("user-names",)), now=NOW + timedelta(days=30)),
        an_outbound("Your order is here.", to_user_id="GB.123"),
    )
