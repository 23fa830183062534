"""Nothing offers gambling for real money.

Why: it harms those most who can least leave it.

Allowed: “I bet you will like it”; a dice for a board game.
Denied: an online casino; bets on a match; slot machines.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.11"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_gambling", CLAUSE, "gambling for real money")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("Play our online casino and win real money"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("I bet you will like your new card."),)
