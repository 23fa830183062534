"""Who else has a conversation open, so that two people do not answer one customer."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request

from parley.api.hub import Hub
from parley.api.identity import DeskCaller, TheClock, Transaction
from parley.api.models.desk import LookerOut, Lookers, Looking
from parley.storage import accounts, conversations
from parley.storage.database import tell_looking

router = APIRouter(prefix="/conversations/{conversation_id}", tags=["conversations"])


@router.get("/lookers")
async def index(
    conversation_id: UUID, request: Request, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Lookers:
    """Colleagues who have it open now, without the caller."""
    await conversations.get(db, caller.tenant_id, conversation_id)
    hub: Hub = request.app.state.hub
    return await _others(hub, caller, conversation_id, db, clock.wall())


@router.put("/looking")
async def change(
    conversation_id: UUID, body: Looking, request: Request, caller: DeskCaller, db: Transaction, clock: TheClock
) -> Lookers:
    """The caller has it open: to be said again within 45 seconds, and at once when they begin to write or stop.

    Answers who else has.
    """
    await conversations.get(db, caller.tenant_id, conversation_id)
    doing = "writes" if body.writing else "reads"
    await tell_looking(db, caller.tenant_id, conversation_id, caller.account_id, doing)
    hub: Hub = request.app.state.hub
    return await _others(hub, caller, conversation_id, db, clock.wall())


@router.delete("/looking", status_code=204)
async def delete(conversation_id: UUID, caller: DeskCaller, db: Transaction) -> None:
    """The caller has gone on."""
    await conversations.get(db, caller.tenant_id, conversation_id)
    await tell_looking(db, caller.tenant_id, conversation_id, caller.account_id, "left")


async def _others(hub: Hub, caller: DeskCaller, conversation_id: UUID, db: Transaction, wall: datetime) -> Lookers:
    there = hub.lookers.of(caller.tenant_id, conversation_id, wall)
    others = [each for each in there if each.account_id != caller.account_id]
    names = await accounts.names(db, caller.tenant_id, [each.account_id for each in others]) if others else {}
    return Lookers(
        items=[
            LookerOut(account_id=each.account_id, name=names[each.account_id], is_writing=each.is_writing)
            for each in others
            if each.account_id in names
        ]
    )
