"""A business goes live only with a privacy policy that anybody can read.

Why: who collects data about people must tell them what for, before they write.

Allowed: an address of the policy on the web.
Denied: none, or something that is no address.
"""

import re

from parley.core.policy.examples import an_application
from parley.core.policy.matters import ClientApplication
from parley.core.policy.verdicts import Finding

CLAUSE = "D1"
MOMENTS = ("onboarding", "data")
ADDRESS = re.compile(r"https?://[^\s/@:]+\.[^\s/@:.]{2,}(?::\d+)?(?:/\S*)?", re.IGNORECASE)


def check(application: ClientApplication) -> Finding | None:
    """Block an application without one."""
    if ADDRESS.fullmatch(application.privacy_url.strip()):
        return None
    return Finding(
        rule="privacy_policy_is_published",
        clause=CLAUSE,
        verdict="block",
        sentence="There is no address of a published privacy policy.",
        next_step="complete_profile",
        next_sentence="Publish the privacy policy and enter its address.",
        facts={"given": bool(application.privacy_url.strip())},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    return (an_application(privacy_url=""), an_application(privacy_url="on request"))


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    return (an_application(privacy_url="https://www.northbank.example/legal/privacy?lang=en"),)
