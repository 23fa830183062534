"""Nothing offers hazardous goods or materials.

Why: they burn, poison or explode on their way.

Allowed: a hazard light for a car.
Denied: sulphuric acid; fireworks; cyanide.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.7"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_hazardous_goods", CLAUSE, "hazardous goods or materials")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Sulphuric acid 98 %, 5 litres"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Hazard warning light for trailers"),)
