"""Nothing offers multi-level marketing.

Why: most people in it lose, and lose their friends with it.

Allowed: a job in marketing; tea in pyramid bags.
Denied: “Join my team, earn from your downline”.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item, an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.14"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_multi_level_marketing", CLAUSE, "multi-level marketing")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("Join my team and earn commission from your downline, be your own boss"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Pyramid tea bags, 20 pieces"),)
