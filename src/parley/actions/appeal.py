"""What is written to WhatsApp about an action of its, and what came of that (F1)."""

from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.core.errors import Invalid, NotYoursToDecide
from parley.core.policy.cases import Voter
from parley.core.policy.cases.case import AppealState
from parley.core.policy.redaction import redact
from parley.storage import cases, decisions
from parley.storage.database import Connection, tell_live


async def write_appeal(
    db: Connection, tenant_id: UUID, case_id: UUID, *, text: str, state: AppealState, by: Voter, now: datetime
) -> None:
    """Keep it. Raises NotFound, Invalid for other kinds of cases, NotYoursToDecide for other roles."""
    case = await cases.lock(db, tenant_id, case_id)
    if case.kind != "enforcement":
        raise Invalid("case_id", "case_id: only what WhatsApp did to the account can be appealed.")
    if by.role not in case.handled_by:
        raise NotYoursToDecide(f"This case is handled by: {', '.join(case.handled_by)}.")
    if state in ("drafted", "sent") and not text.strip():
        raise Invalid("text", "text: write what WhatsApp is asked for.")
    await cases.set_appeal(db, case, redact(text.strip())[0], state)
    await tell_live(db, tenant_id, "case")
    own = None if by.role == "provider" else by.account_id
    await decisions.record(db, tenant_id, [case_record.of_appeal(case, state, now, own)])
