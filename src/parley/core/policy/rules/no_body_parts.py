"""Nothing offers parts or fluids of the human body.

Why: people are not goods.

Allowed: blood oranges; kidney beans; bone china.
Denied: human plasma; a kidney; breast milk.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.9"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_body_parts", CLAUSE, "parts or fluids of the human body")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Human blood plasma, per unit"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Kidney beans 400 g"),)
