"""A reply that waits for the customer's next message, since the window is closed (C4)."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from parley.actions.let_reply_wait import let_reply_wait, withdraw_reply
from parley.api import errors, reading
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.content import read_content
from parley.api.models.conversation import Detail
from parley.api.models.waiting_reply import WaitingReplyIn
from parley.core.errors import RefusedByPolicy
from parley.core.policy.verdicts import Decision

router = APIRouter(prefix="/conversations/{conversation_id}/waiting-reply", tags=["messages"])


@router.put("", response_model=Detail)
async def change(
    conversation_id: UUID, body: WaitingReplyIn, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Detail | JSONResponse:
    """Let a reply leave when the customer next writes; it takes the place of one that waits already.

    Only while the window is closed. The gate is asked now, and again when it leaves.
    """
    kept = await let_reply_wait(
        db,
        caller.tenant_id,
        conversation_id,
        read_content(body.content),
        account_id=caller.account_id,
        owner_version=body.owner_version,
        reply_to=body.reply_to or "",
        now=clock.now(),
    )
    if isinstance(kept, Decision):  # answered, not raised: the decision is on record once this transaction commits
        return errors.answer(RefusedByPolicy(kept))
    return await reading.detail(db, caller, conversation_id)


@router.delete("")
async def delete(conversation_id: UUID, caller: DeskCaller, db: Transaction, clock: TheClock) -> Detail:
    """Take it back, or out of sight where it was stopped. 404 where it has left in the meantime."""
    await withdraw_reply(db, caller.tenant_id, conversation_id, account_id=caller.account_id, now=clock.now())
    return await reading.detail(db, caller, conversation_id)
