"""A service provider knows whom it acts for.

Why: it answers for every Client's use of WhatsApp, so it must know its legal name, where it is, and who runs it.

Allowed: a registered company with its director; a sole trader under their own name.
Denied: an application without a legal name, a country, or a person who answers for it.
"""

from dataclasses import replace

from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.matters import ClientApplication
from parley.core.policy.verdicts import Finding

CLAUSE = "A2"
MOMENTS = ("onboarding",)


def check(application: ClientApplication) -> Finding | None:
    """Block an application of nobody in particular."""
    client = application.client
    asked = {
        "a legal name": client.legal_name.strip(),
        "a country": client.countries,
        "a person who answers for it": application.people,
        "a description of what it does": application.description.strip(),
    }
    missing = [what for what, given in asked.items() if not given]
    if not missing:
        return None
    return Finding(
        rule="business_says_who_it_is",
        clause=CLAUSE,
        verdict="block",
        sentence=f"The application lacks {' and '.join(missing)}.",
        next_step="complete_profile",
        next_sentence="Ask the business for it, and enter it.",
        facts={"missing": missing},
    )


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    return (an_application(people=()), an_application(client=replace(CLIENT, legal_name=" ", countries=())))


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    trader = replace(CLIENT, name="Ada Okafor", legal_name="Ada Okafor")
    return (an_application(client=trader, display_names=("Ada Okafor",), registration_number=""),)
