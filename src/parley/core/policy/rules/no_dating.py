"""Nothing offers dating services.

Why: they are where lonely people are defrauded.

Allowed: the date of a delivery; dates from Medina.
Denied: an application to meet singles.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.13"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_dating", CLAUSE, "dating services")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("Meet hot singles near you on our dating app"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Your delivery date is Monday."),)
