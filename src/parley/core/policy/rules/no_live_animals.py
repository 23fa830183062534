"""Nothing offers live animals, livestock excepted.

Why: animals sold by a chat are bred for it, badly.

Allowed: cattle, sheep, poultry and bees, which the policy excepts; a lead for a dog.
Denied: a puppy; a parrot; ornamental fish.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.6"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_live_animals", CLAUSE, "live animals")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Labrador puppy, 8 weeks old"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        an_item("Dairy cows, Holstein, two years old"),
        an_item("Nylon dog lead, 2 m"),
    )
