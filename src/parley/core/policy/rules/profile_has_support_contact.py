"""A number writes only with a business profile that says how to reach the business.

Why: customers must see whom they talk to, and find support by another way: a support contact, and at least one of
e-mail, website and telephone, confirmed as current.

Allowed: a confirmed profile with a support contact and an e-mail address.
Denied: a number whose profile is empty, lacks the support contact, or was never confirmed.
"""

import re

from parley.core.policy.examples import an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.verdicts import Finding

CLAUSE = "B2"
MOMENTS = ("onboarding", "outbound", "agent")
LOOKS_RIGHT = {
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "telephone": re.compile(r"\+[1-9]\d{6,14}"),
    "website": re.compile(r"https?://[^\s/]+\.[^\s/]+.*"),
}


def check(message: Outbound) -> Finding | None:
    """Block a number without the contact details that customers are owed."""
    missing = missing_from(message.number.profile)
    if not missing and message.number.profile_confirmed_at is None:
        missing = ["a confirmation that it is current"]
    if not missing:
        return None
    return Finding(
        rule="profile_has_support_contact",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The business profile of {message.number.display_name} lacks {' and '.join(missing)}.",
        next_step="complete_profile",
        next_sentence="Ask an administrator to complete and confirm the profile; then the message can be sent.",
        facts={"missing": missing},
    )


def missing_from(profile: dict[str, object]) -> list[str]:
    """What the profile lacks, in words."""
    missing = [] if str(profile.get("support_contact", "")).strip() else ["a customer-support contact"]
    websites = profile.get("websites") or []
    values = {
        "email": profile.get("email", ""),
        "telephone": re.sub(r"[\s()-]", "", str(profile.get("telephone", ""))),
        "website": websites[0] if isinstance(websites, list) and websites else "",
    }
    if not any(LOOKS_RIGHT[kind].fullmatch(str(value)) for kind, value in values.items()):
        missing.append("a working e-mail address, website or telephone number")
    return missing


def breaches() -> tuple[Outbound, ...]:
    """What it refuses."""
    return (an_outbound(profile={}), an_outbound(confirmed_at=None))


def look_alikes() -> tuple[Outbound, ...]:
    """What it leaves in peace."""
    return (an_outbound(profile={"support_contact": "Care", "telephone": "+44 20 7946 0958"}),)
