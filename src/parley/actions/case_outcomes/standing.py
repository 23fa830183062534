"""People have looked at something that stands and that a later look at everything doubted (F3)."""

from datetime import datetime

from parley.actions.screen_standing import screen_one
from parley.core.policy.cases import Case, Outcome
from parley.storage import screenings
from parley.storage.database import Connection


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: it is screened again without what they lifted, and is in use again unless something else is found.

    Not released: it stays stopped until its words change.
    """
    if outcome == "released":
        kind, _, subject = case.subject.partition(":")
        await screenings.release(db, case.tenant_id, kind, subject, case.holding_rules)
        await screen_one(db, case.tenant_id, kind, subject, now)
