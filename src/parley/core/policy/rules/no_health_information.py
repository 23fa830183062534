"""No health information is sent or asked for, where the law keeps it to systems made for it.

Why: what somebody suffers from is theirs and their doctor's. A chat lies open on a telephone, and most laws ask more
of a system that handles such things than a chat can give. The Client's countries decide: where a law is on file, a
clear case is blocked; elsewhere a person decides.

Allowed: “my phone died”; an appointment without its reason; the opening hours of a pharmacy.
Denied: a diagnosis; a laboratory's result; “which medicine do you take for your diabetes?”.
"""

from dataclasses import replace

from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.health import strictest_law
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "D4"
MOMENTS = SPOKEN_AT
READS = ("client.countries",)


def check(matter: Spoken) -> Finding | None:
    """Block a clear case where a law is on file, hold the rest."""
    hit = found_in(matter, CLAUSE)
    if hit is None:
        return None
    law = strictest_law(matter.client.countries)
    said = "The message holds or asks for health information"
    sentence = f"{said}, which {law} keeps out of ordinary chats." if law else f"{said}; its law is to be checked."
    found = finding(
        "no_health_information",
        CLAUSE,
        hit,
        sentence,
        "Ask them to call, or send a link to a page that is made for it.",
    )
    return found if law else replace(found, verdict="hold")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound("Your blood test shows that you have diabetes, please take metformin twice a day."),
        an_outbound("What symptoms do you have, and which medicines do you take for your depression?"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Sorry that your phone died. Your appointment is on Monday at nine."),)
