"""Nothing helps with crime, or with harm to people, businesses or animals.

Why: a business that hurts, or shows how to hurt, does it with the platform's hands.

Allowed: “How do I kill a Python process?”; a warning; help after a crime.
Denied: a threat; instructions for a fraud; cruelty to animals.
"""

from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.screening import CLEAR
from parley.core.policy.verdicts import Finding

CLAUSE = "E2"
MOMENTS = SPOKEN_AT
INSTEAD = "Leave it out. If somebody is in danger, tell your supervisor and the authorities."


def check(matter: Spoken) -> Finding | None:
    """Block a clear breach, hold a doubtful one."""
    hit = found_in(matter, CLAUSE)
    if hit is None:
        return None
    seems = "seems to" if hit.strength >= CLEAR else "may"
    sentence = f"This {seems} help with crime or with harm to somebody, which WhatsApp forbids."
    return finding("no_help_for_crime_or_harm", CLAUSE, hit, sentence, INSTEAD)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("If you do not pay we will break your legs"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("You can kill the process in the task manager."),)
