"""People have read a wording that the gate held."""

from datetime import datetime

from parley.core.policy.cases import Case, Outcome
from parley.storage import wordings
from parley.storage.database import Connection


async def carry_out(db: Connection, case: Case, outcome: Outcome, lapsed: bool, now: datetime) -> None:
    """Released: people may be asked with it. Else nobody is."""
    wording = await wordings.by_key(db, case.tenant_id, case.subject)
    if wording is not None and wording.state == "held":
        await wordings.set_state(db, case.tenant_id, wording, "cleared" if outcome == "released" else "refused")
