"""Nothing is offensive, sexually explicit or obscene.

Why: customers did not ask for it, and they report it.

Allowed: an answer on a breast pump's warranty; a customer's own bad language, which is theirs.
Denied: insults; sexually explicit text.
"""

from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.screening import CLEAR
from parley.core.policy.verdicts import Finding

CLAUSE = "E7"
MOMENTS = SPOKEN_AT
INSTEAD = "Say it in plain words."


def check(matter: Spoken) -> Finding | None:
    """Block a clear breach, hold a doubtful one."""
    hit = found_in(matter, CLAUSE)
    if hit is None:
        return None
    seems = "seems to" if hit.strength >= CLEAR else "may"
    sentence = f"This {seems} contain offensive or explicit words, which WhatsApp forbids."
    return finding("no_offensive_content", CLAUSE, hit, sentence, INSTEAD)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("Fuck off, you stupid bitch"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("We are sorry for the trouble and will put it right."),)
