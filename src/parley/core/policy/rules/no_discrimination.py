"""Nothing discriminates against people for what they are.

Why: nobody may be turned away, or put down, for a personal characteristic.

Allowed: clothes for women; “everybody is welcome”; words against hatred.
Denied: “no families, no foreigners”; contempt for a people, a faith, a sex, a disability.
"""

from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.screening import CLEAR
from parley.core.policy.verdicts import Finding

CLAUSE = "E6"
MOMENTS = SPOKEN_AT
INSTEAD = "Say what you offer and to whom without naming what people are."


def check(matter: Spoken) -> Finding | None:
    """Block a clear breach, hold a doubtful one."""
    hit = found_in(matter, CLAUSE)
    if hit is None:
        return None
    seems = "seems to" if hit.strength >= CLEAR else "may"
    sentence = f"This {seems} discriminate against people for what they are, which WhatsApp forbids."
    return finding("no_discrimination", CLAUSE, hit, sentence, INSTEAD)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("We do not serve immigrants, they are all disgusting vermin"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Women's shoes are on the second floor."),)
