"""Block a person for abuse, have a colleague look at it, lift it. Nothing is said to the person (C7, B7).

A worker tells the platform. Consents, stops and rests of the person stay as they are.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from parley.core.errors import Invalid
from parley.core.policy.blocking import LONGEST, UNSEEN_FOR, Reason, may_block, may_confirm, may_lift
from parley.core.policy.refusals import BLOCKED, Rest
from parley.core.policy.rulebook import RULEBOOK_VERSION
from parley.core.policy.rules.profile_has_support_contact import missing_from
from parley.core.policy.verdicts import Decision, Finding
from parley.storage import blocks, conversations, decisions, provider, suppressions
from parley.storage.blocks import Block
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided

WINDOW = timedelta(hours=24)


async def block_person(
    db: Connection, tenant_id: UUID, conversation_id: UUID, reason: Reason, note: str, *, by: UUID, now: datetime
) -> Block:
    """The one that holds already, or a new one, for a day until a colleague has looked. Raises NotFound and Invalid."""
    talk = await conversations.lock(db, tenant_id, conversation_id)
    before = await blocks.standing(db, tenant_id, talk.number_id, talk.contact_id)
    if before is not None:
        return before
    number = next(each for each in await provider.numbers(db, tenant_id) if each.number_id == talk.number_id)
    wrote_at = talk.window_expires_at - WINDOW if talk.window_expires_at else None
    may_block(note=note, wrote_at=wrote_at, missing=missing_from(number.profile), now=now)
    block_id = uuid4()
    await blocks.insert(
        db,
        tenant_id,
        block_id,
        number_id=talk.number_id,
        contact_id=talk.contact_id,
        reason=reason,
        note=note.strip(),
        by=by,
        now=now,
        until=now + UNSEEN_FOR,
    )
    made = await blocks.lock(db, tenant_id, block_id)
    sentence = "A person was blocked for abuse; a colleague has to look at it within a day."
    await _record(db, tenant_id, made, sentence, by, now, conversation_id=conversation_id)
    return made


async def confirm_block(
    db: Connection, tenant_id: UUID, block_id: UUID, *, by: UUID, supervises: bool, now: datetime
) -> Block:
    """It stays, for ninety days at most. Raises NotFound, NotYoursToDecide and Invalid."""
    known = await blocks.lock(db, tenant_id, block_id)
    may_confirm(supervises=supervises, blocked_by=known.blocked_by, by=by)
    if known.state not in ("wanted", "blocked"):
        raise Invalid("state", f"state: this block is {known.state}, so there is nothing to confirm.")
    if known.confirmed_at is not None:
        return known
    seen = replace(known, confirmed_by=by, confirmed_at=now, until=known.blocked_at + LONGEST)
    await blocks.save(db, tenant_id, seen)
    if seen.state == "blocked":  # what is queued for them rests as long
        rest = Rest("all", seen.until - now)
        await suppressions.keep(db, tenant_id, seen.number_id, seen.contact_id, BLOCKED, rest, now)
    await _record(db, tenant_id, seen, "A colleague looked at a block and left it in force.", by, now)
    return seen


async def lift_block(
    db: Connection, tenant_id: UUID, block_id: UUID, *, by: UUID, supervises: bool, now: datetime
) -> Block:
    """The person may write again. One that is over stays so; one that WhatsApp would not lift is asked for again.

    Raises NotFound and NotYoursToDecide.
    """
    known = await blocks.lock(db, tenant_id, block_id)
    may_lift(supervises=supervises, blocked_by=known.blocked_by, by=by)
    if known.state == "lifting" and known.trouble:  # what WhatsApp refused is mended, says whoever asks again
        again = replace(known, code=0, trouble="", attempts=0, due_at=None)
        await blocks.save(db, tenant_id, again)
        return again
    if known.state not in ("wanted", "blocked"):
        return known
    lifted = replace(known, state="lifting", lifted_by=by, lifted_at=now, attempts=0, due_at=None)
    await blocks.save(db, tenant_id, lifted)
    await _record(db, tenant_id, lifted, "A block was lifted: the person may write again.", by, now)
    return lifted


async def _record(
    db: Connection,
    tenant_id: UUID,
    about: Block,
    sentence: str,
    by: UUID,
    now: datetime,
    *,
    conversation_id: UUID | None = None,
) -> None:
    """Who, when and why, without the words of anybody."""
    facts = {"block_id": str(about.block_id), "reason": about.reason, "until": about.until.isoformat()}
    finding = Finding("person_block", "C7", "allow", sentence, facts=facts)
    decision = Decision("allow", (finding,), ("person_block",), RULEBOOK_VERSION, now, facts)
    await tell_live(db, tenant_id, "decision")
    decided = Decided(decision, "agent", "agent", by, about.number_id, conversation_id)
    await decisions.record(db, tenant_id, [decided])
