"""Nothing deceives, defrauds or misleads the person it is sent to.

Why: whoever was deceived once reports the number and trusts no business again.

Allowed: a reminder of a bill with its amount; a link to the business's own site.
Denied: a blocked account that has to be unlocked on a strange site; a parcel fee that nobody owes.
"""

from parley.core.policy.content import SPOKEN_AT, Spoken, finding, found_in
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.screening import CLEAR
from parley.core.policy.verdicts import Finding

CLAUSE = "B8"
MOMENTS = SPOKEN_AT
INSTEAD = "Say who writes, why, and what happens if they do nothing; link to your own site only."


def check(matter: Spoken) -> Finding | None:
    """Block a clear breach, hold a doubtful one."""
    hit = found_in(matter, CLAUSE)
    if hit is None:
        return None
    seems = "seems to" if hit.strength >= CLEAR else "may"
    sentence = f"This {seems} deceive the person who reads it, which WhatsApp forbids."
    return finding("nothing_deceives", CLAUSE, hit, sentence, INSTEAD)


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound(
            "URGENT: your account is suspended. Verify within 24 hours at http://login-verify.example-bank.top"
        ),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Your statement for March is ready in the app."),)
