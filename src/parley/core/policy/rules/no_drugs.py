"""Nothing offers drugs, whether prescribed, recreational or other.

Why: nobody in a chat can see who takes them.

Allowed: a pot plant; a soft drink; a business that writes software for pharmacies.
Denied: diazepam tablets; cannabis flowers; a business that is a pharmacy, whatever sector it chose.
"""

from dataclasses import replace

from parley.core.policy.content import OFFERED_AT, Offered, refuse_goods
from parley.core.policy.examples import CLIENT, an_application, an_item, an_outbound
from parley.core.policy.matters import Matter
from parley.core.policy.verdicts import Finding

CLAUSE = "E4.3"
ALSO = ("E5", "E9")
MOMENTS = OFFERED_AT
OTHER = replace(CLIENT, name="Hill & Sons", legal_name="Hill & Sons Ltd", sector="other")


def check(matter: Offered) -> Finding | None:
    """Block a clear offer, hold a doubtful one."""
    return refuse_goods(matter, "no_drugs", CLAUSE, "drugs or medicines")


def breaches() -> tuple[Matter, ...]:
    """What it refuses."""
    return (
        an_item("Diazepam 10 mg, 30 tablets"),
        an_outbound("Fresh cannabis buds, reply 1 to buy"),
        an_application(client=OTHER, display_names=("Hill & Sons",), description="Licensed pharmacy"),
        an_application(client=OTHER, display_names=("Hill & Sons",), description="صيدلية مرخصة"),
    )


def look_alikes() -> tuple[Matter, ...]:
    """What it leaves in peace."""
    return (
        an_item("Potted basil plant"),
        an_application(client=OTHER, display_names=("Hill & Sons",), description="Software for pharmacies"),
        an_outbound("We are next to the pharmacy."),
    )
