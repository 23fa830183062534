"""Nothing offers payday loans, advances on wages, lending between people, debt collection or bail bonds.

Why: people in need pay most for such money, and whoever is pressed for a debt can not look away from a chat.

Allowed: a bank's answer on a current account; “the bailiff's play opens on Friday”.
Denied: “Get your payday loan today, no credit check”; a debt collector as a Client.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_item, an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.0"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(
        matter,
        "no_short_term_lending",
        CLAUSE,
        "payday loans, wage advances, lending between people, debt collection or bail bonds",
    )


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_outbound("Get a payday loan of 500 today, no credit check"),
        an_item("Payday loan, paid out in 15 minutes"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("Your salary was paid into your account today."),)
