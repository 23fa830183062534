"""Nothing offers firearms, their parts or ammunition.

Why: a weapon that changes hands in a chat is checked by nobody.

Allowed: a glue gun, a nail gun, a water pistol.
Denied: a pistol, ammunition, a rifle's scope with its rifle.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item, an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.1"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_firearms", CLAUSE, "firearms, their parts or ammunition")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_item("9 mm pistol with two magazines"),
        an_outbound("New in our shop: hunting rifle and ammunition"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Hot glue gun, 60 W"),)
