"""Nothing offers illegal products or services.

Why: what the law forbids can not be offered in a chat either.

Allowed: a warning that documents were stolen; an original spare part.
Denied: stolen cards; forged passports; hacked accounts.
"""

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E3"
ALSO = ("E9",)
MOMENTS = OFFERED_AT


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_illegal_goods", CLAUSE, "illegal goods or services")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (an_outbound("Fake passports and driving licences for sale, delivered in 3 days"),)


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (an_outbound("If your passport was stolen, tell the police and us."),)
