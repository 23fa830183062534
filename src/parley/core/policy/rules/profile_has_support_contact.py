"""A number writes only with a business profile that says how to reach the business.

Why: customers must see whom they talk to, and find support by another way: a support contact, and at least one of
e-mail, website and telephone, confirmed as current.

Allowed: a confirmed profile with a support contact and an e-mail address.
Denied: a number whose profile is empty, lacks the support contact, or was never confirmed.
"""

import re

from parley.core.policy.examples import an_application, an_outbound
from parley.core.policy.facts import Outbound
from parley.core.policy.matters import ClientApplication, Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "B2"
MOMENTS = ("onboarding", "outbound", "agent")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
WEBSITE = re.compile(r"https?://[^\s/]+\.[^\s/]+.*")
TELEPHONE, BETWEEN_DIGITS = re.compile(r"\+[1-9]\d{6,14}"), re.compile(r"[\s()-]")


def check(matter: Outbound | ClientApplication) -> Finding | None:
    """Block a number, or an application, without the contact details that customers are owed."""
    if isinstance(matter, ClientApplication):
        missing = missing_from(matter.profile)
        instead = "Ask the business for it, and enter it."
        return _no(matter.client.name, missing, instead) if missing else None
    missing = missing_from(matter.number.profile)
    if not missing and matter.number.profile_confirmed_at is None:
        missing = ["a confirmation that it is current"]
    instead = "Ask an administrator to complete and confirm the profile; then the message can be sent."
    return _no(matter.number.display_name, missing, instead) if missing else None


def _no(name: str, missing: list[str], instead: str) -> Finding:
    return Finding(
        rule="profile_has_support_contact",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The business profile of {name} lacks {' and '.join(missing)}.",
        next_step="complete_profile",
        next_sentence=instead,
        facts={"missing": missing},
    )


def missing_from(profile: dict[str, object]) -> list[str]:
    """What the profile lacks, in words."""
    missing = [] if str(profile.get("support_contact", "")).strip() else ["a customer-support contact"]
    if not _reaches(profile):
        missing.append("a working e-mail address, website or telephone number")
    return missing


def _reaches(profile: dict[str, object]) -> bool:
    """Whether it names one way at least that looks right."""
    if EMAIL.fullmatch(str(profile.get("email", ""))):
        return True
    websites = profile.get("websites")
    if isinstance(websites, list) and websites and WEBSITE.fullmatch(str(websites[0])):
        return True
    return TELEPHONE.fullmatch(BETWEEN_DIGITS.sub("", str(profile.get("telephone", "")))) is not None


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    no_way_to_reach = {"support_contact": "Care", "telephone": "the usual one", "email": "care at northbank"}
    return (an_outbound(profile={}), an_outbound(confirmed_at=None), an_application(profile=no_way_to_reach))


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    by_telephone = {"support_contact": "Care", "telephone": "+44 20 7946 0958"}
    return (an_outbound(profile=by_telephone), an_application(profile=by_telephone))
