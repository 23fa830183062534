"""Nothing offers medical or healthcare products.

Why: what heals can harm, and the policy names the whole group.

Allowed: a doctor's costume for children; a healthy snack.
Denied: a blood glucose meter; contact lenses.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.4"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_medical_products", CLAUSE, "medical or healthcare products")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Blood glucose monitor with test strips"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Doctor costume for children"),)
