"""Whose turn it is: take over, hand back, transfer, snooze, close. Each answers with the conversation as it is then."""

from uuid import UUID

from fastapi import APIRouter

from parley.actions.close import close
from parley.actions.hand_to_bot import hand_to_bot
from parley.actions.reopen import reopen
from parley.actions.snooze import snooze, wake
from parley.actions.take_over import take_over
from parley.actions.transfer import transfer
from parley.api import reading
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.conversation import Detail, Nothing, Snooze, Transfer

router = APIRouter(prefix="/conversations/{conversation_id}", tags=["moves"])


@router.post("/ownership")
async def create_ownership(
    conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock, body: Nothing | None = None
) -> Detail:
    """Take it over: from the bot or the queue anybody may, from a colleague a supervisor."""
    me, supervises = caller.account_id, caller.supervises
    await take_over(db, caller.tenant_id, conversation_id, account_id=me, supervises=supervises, now=clock.now())
    return await reading.detail(db, caller, conversation_id)


@router.post("/bot")
async def create_bot(
    conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock, body: Nothing | None = None
) -> Detail:
    """Hand it back to the bot."""
    await hand_to_bot(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, conversation_id)


@router.post("/transfer")
async def create_transfer(
    conversation_id: UUID, body: Transfer, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Detail:
    """Pass it on to a team or a colleague."""
    await transfer(
        db,
        caller.tenant_id,
        conversation_id,
        account_id=caller.account_id,
        team_id=body.team_id,
        to=body.account_id,
        note=body.note,
        now=clock.now(),
    )
    return await reading.detail(db, caller, conversation_id)


@router.post("/snooze")
async def create_snooze(
    conversation_id: UUID, body: Snooze, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Detail:
    """Put it aside until a time."""
    now = clock.now()
    await snooze(db, caller.tenant_id, conversation_id, body.until, account_id=caller.account_id, now=now)
    return await reading.detail(db, caller, conversation_id)


@router.delete("/snooze")
async def delete_snooze(conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> Detail:
    """Take it back before its time."""
    await wake(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, conversation_id)


@router.post("/closure")
async def create_closure(
    conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock, body: Nothing | None = None
) -> Detail:
    """Close it. Closing it twice changes nothing."""
    await close(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, conversation_id)


@router.delete("/closure")
async def delete_closure(conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> Detail:
    """Reopen it: it is the caller's then."""
    await reopen(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, conversation_id)
