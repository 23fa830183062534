"""A licence opens nothing that the policy closes.

Why: the policy forbids its fifteen groups of goods irrespective of licences. A licence on file is shown to people; no
setting, role or paper lifts a rule, unless a later version of the policy itself names the country.

Allowed: a bank with its banking licence.
Denied: a licensed pharmacy, casino or wine merchant, with the same words as one without a licence.
"""

from dataclasses import replace

from parley.core.policy.content import found_in
from parley.core.policy.examples import CLIENT, an_application
from parley.core.policy.matters import ClientApplication
from parley.core.policy.screening import CLEAR
from parley.core.policy.terms import Terms
from parley.core.policy.verdicts import Finding

CLAUSE = "E5"
MOMENTS = ("onboarding",)
READS = ("terms.country_exceptions",)
GROUPS = tuple(f"E4.{number}" for number in range(15))


def check(application: ClientApplication, terms: Terms) -> Finding | None:
    """Refuse what is forbidden although there is a licence for it."""
    if not application.licences:
        return None
    for clause in GROUPS:
        hit = found_in(application, clause)
        served, lifted = application.client.countries, terms.lifted_in(clause)
        if hit is None or (served and set(served) <= set(lifted)):
            continue
        return Finding(
            rule="licences_lift_nothing",
            clause=CLAUSE,
            verdict="block" if hit.strength >= CLEAR else "hold",
            sentence="A licence does not lift this: the policy forbids it with or without one.",
            next_step="none",
            next_sentence="Serve this business for something that the policy allows, or not at all.",
            facts={"group": clause, "licences": len(application.licences)},
        )
    return None


def breaches() -> tuple[ClientApplication, ...]:
    """What it refuses."""
    armourer = replace(CLIENT, name="Hill Arms", legal_name="Hill Arms Ltd", sector="retail")
    says = "We sell handguns, rifles and ammunition."
    licence = ("Firearms dealer 4711",)
    return (
        an_application(client=armourer, display_names=("Hill Arms",), description=says, licences=licence),
        an_application(
            client=replace(armourer, countries=("US",)),
            display_names=("Hill Arms",),
            description=says,
            licences=licence,
        ),
    )


def look_alikes() -> tuple[ClientApplication, ...]:
    """What it leaves in peace."""
    return (an_application(licences=("Banking licence 88",)),)
