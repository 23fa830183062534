"""Nothing offers alcohol or tobacco.

Why: age can not be checked in a chat, and the policy leaves no room for licences.

Allowed: root beer, a set of wine glasses, a hand wipe without alcohol.
Denied: a bottle of whisky, cigarettes, a vape with nicotine.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item, an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.2"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_alcohol_or_tobacco", CLAUSE, "alcohol or tobacco")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_item("Single malt whisky 70 cl"),
        an_outbound("Cigarettes by the carton, order now"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Set of six wine glasses"),)
