"""Nothing waits for ever: cases whose time is over end as their kind says, or go to the provider."""

from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.actions.case_outcomes import carry_out
from parley.core.policy.cases import Case, Escalated, when_nobody_decides
from parley.storage import cases, decisions
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided


async def lapse_cases(db: Connection, tenant_id: UUID, now: datetime) -> int:
    """Returns how many were due."""
    due = await cases.lock_due(db, tenant_id, now)
    evidence = [await _lapse(db, case, now) for case in due]
    await decisions.record(db, tenant_id, evidence)
    return len(due)


async def _lapse(db: Connection, case: Case, now: datetime) -> Decided:
    then = when_nobody_decides(case, now)
    await tell_live(db, case.tenant_id, "case", case.conversation_id)
    if isinstance(then, Escalated):
        await cases.escalate(db, case, then)
        return case_record.of_escalation(case, then, now)
    await cases.close(db, case, "lapsed", then.outcome, now)
    await carry_out(db, case, then.outcome, True, now)
    return case_record.of_lapse(case, then.outcome, now)
