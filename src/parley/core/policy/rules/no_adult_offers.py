"""Nothing offers adult products or services.

Why: nobody may meet them unasked.

Allowed: evening classes for adults; a coat in adult size.
Denied: sex toys; an escort service.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.12"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_adult_offers", CLAUSE, "adult products or services")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Vibrator sex toy for couples"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Rain coat, adult size M"),)
