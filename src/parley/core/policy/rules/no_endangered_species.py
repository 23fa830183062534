"""Nothing offers endangered animals or plants, or what is made of them.

Why: trade is what endangers them.

Allowed: a skirt in leopard print; a plush tiger.
Denied: ivory; a rhino horn; a wild orchid of the appendices.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.5"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(
        matter, "no_endangered_species", CLAUSE, "endangered animals or plants, or what is made of them"
    )


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_item("Carved elephant ivory figurine"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_item("Plush tiger, 40 cm"),)
