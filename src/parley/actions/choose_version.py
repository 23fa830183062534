"""A Client chooses a later text of the policy that loosens; its provider approves; either takes it back (F3).

Two people, a reason and a day: each step goes on record in the Client's own log.
"""

from datetime import date, datetime
from uuid import UUID, uuid4

from parley.core.errors import Invalid
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.verdicts import Decision, Finding
from parley.core.policy.versions import loosenings, versions
from parley.storage import choices, decisions
from parley.storage.database import Connection
from parley.storage.decisions import Decided


async def choose_version(
    db: Connection,
    tenant_id: UUID,
    version: str,
    reason: str,
    *,
    by: UUID,
    now: datetime,
    effective_from: date | None = None,
) -> UUID:
    """It waits for the provider's approval, and counts from its day. Raises Invalid."""
    if version not in {each.name for each in loosenings()}:
        raise Invalid("version", f"version: {version} is not a text that a Client may choose.")
    if not reason.strip():
        raise Invalid("reason", "reason: say why, it goes on record.")
    begins = max(effective_from or now.date(), now.date(), versions()[version].effective)
    choice_id = uuid4()
    chosen = await choices.choose(
        db, tenant_id, choice_id, version, reason=reason.strip(), chosen_by=by, now=now, effective_from=begins
    )
    if not chosen:
        raise Invalid("version", f"version: {version} is chosen already.")
    await _put_on_record(db, tenant_id, "chosen", choice_id, by, now, {"version": version, "from": begins.isoformat()})
    return choice_id


async def approve_choice(db: Connection, tenant_id: UUID, choice_id: UUID, *, by: UUID, now: datetime) -> None:
    """By somebody of the provider who did not choose it. Raises NotFound."""
    await choices.approve(db, tenant_id, choice_id, approved_by=by, now=now)
    await _put_on_record(db, tenant_id, "approved", choice_id, by, now, {})


async def withdraw_choice(db: Connection, tenant_id: UUID, choice_id: UUID, *, by: UUID, now: datetime) -> None:
    """From now on the document holds again. Raises NotFound."""
    await choices.withdraw(db, tenant_id, choice_id, by=by, now=now)
    await _put_on_record(db, tenant_id, "withdrawn", choice_id, by, now, {})


async def _put_on_record(
    db: Connection, tenant_id: UUID, step: str, choice_id: UUID, by: UUID, now: datetime, more: dict[str, str]
) -> None:
    facts = {"choice_id": str(choice_id), "step": step, "by": str(by)} | more
    finding = Finding("version_choice", "F3", "allow", f"A later text of the policy was {step}.", facts=facts)
    decision = Decision("allow", (finding,), ("version_choice",), RULEBOOK_VERSION, now, facts)
    await decisions.record(db, tenant_id, [Decided(decision, "update", "system")])
