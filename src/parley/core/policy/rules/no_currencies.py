"""Nothing offers real, virtual or fake currency, coin offerings or binary options.

Why: money sold in a chat is where most fraud begins.

Allowed: a customer's question about an exchange rate, answered by their bank; play money for a board game.
Denied: bitcoin for sale; binary options; counterfeit notes.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.8"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_currencies", CLAUSE, "real, virtual or fake currency")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound("Buy bitcoin from us today, best price"),
        an_outbound("Trade binary options and double your money"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Your card works abroad; we use the rate of the day."),)
