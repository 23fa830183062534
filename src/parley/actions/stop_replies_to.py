"""A reply that waits must not leave, by a word of its person or of the policy, and whoever wrote it is told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from parley.actions.moving import SYSTEM, make_move
from parley.actions.stop_waiting_reply import stop_waiting_reply
from parley.core.conversation import Stopped
from parley.storage import conversations, waiting_replies
from parley.storage.database import Connection


async def stop_replies_to(db: Connection, tenant_id: UUID, contact_id: UUID, why: Stopped, now: datetime) -> None:
    """Whatever conversation of theirs it waits in."""
    for conversation_id in await waiting_replies.of_person(db, tenant_id, contact_id):
        await stop_reply_in(db, tenant_id, conversation_id, why, now)


async def stop_reply_in(
    db: Connection,
    tenant_id: UUID,
    conversation_id: UUID,
    why: Stopped,
    now: datetime,
    refusal: dict[str, Any] | None = None,
) -> None:
    """It is the turn of whoever has the conversation again, since nothing of theirs is on its way any more."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    await stop_waiting_reply(db, conversation, why, now, refusal)
    if conversation.state == "waiting":
        data = {"waiting_reply": why}
        await make_move(db, conversation, "not_answered", actor=SYSTEM, data=data, now=now)
