"""Somebody says what becomes of a case; with enough said, it is done in the same transaction."""

from datetime import datetime
from uuid import UUID

from parley.actions import case_record
from parley.actions.case_outcomes import carry_out
from parley.core.errors import CaseClosed, Invalid, NotYoursToDecide
from parley.core.policy.cases import Case, CastVote, Vote, Voter, decided_by, votes_of, why_not
from parley.core.policy.redaction import redact
from parley.storage import cases, decisions
from parley.storage.database import Connection, tell_live

LONGEST_NOTE = 1000


async def decide_case(
    db: Connection, tenant_id: UUID, case_id: UUID, *, vote: Vote, note: str, voter: Voter, now: datetime
) -> Case:
    """Cast a vote. Raises NotFound, Invalid, CaseClosed and NotYoursToDecide."""
    case = await cases.lock(db, tenant_id, case_id)
    cast = (await cases.votes(db, tenant_id, [case_id]))[case_id]
    if vote not in votes_of(case.kind):
        raise Invalid("vote", f"vote: on this case it is {' or '.join(votes_of(case.kind))}.")
    reason = why_not(case, voter, cast, now)
    if reason:
        raise CaseClosed(reason) if case.state != "open" or now >= case.due_at else NotYoursToDecide(reason)
    mine = CastVote(case_id, voter.account_id, _kind(voter), vote, checked_note(note), now)
    await cases.add_vote(db, tenant_id, mine)
    outcome = decided_by(case, [*cast, mine])
    if outcome is not None:
        await cases.close(db, case, "decided", outcome, now)
        await carry_out(db, case, outcome, False, now)
    await tell_live(db, tenant_id, "case", case.conversation_id)
    await decisions.record(db, tenant_id, [case_record.of_vote(case, mine, outcome)])
    return await cases.get(db, tenant_id, case_id)


def checked_note(note: str, field: str = "note") -> str:
    """What a person says about a case, without numbers that may not be kept (D3). Raises Invalid."""
    said = note.strip()
    if not said or len(said) > LONGEST_NOTE:
        raise Invalid(field, f"{field}: say why in 1 to {LONGEST_NOTE} characters, it goes on record.")
    return redact(said)[0]


def _kind(voter: Voter) -> str:
    return "provider" if voter.role == "provider" else "person"
