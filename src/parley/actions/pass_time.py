"""What happens to a conversation because time has passed, and for no other reason."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parley.actions.moving import SYSTEM, make_move
from parley.actions.stop_waiting_reply import stop_waiting_reply
from parley.core.conversation import Conversation, Move
from parley.storage import conversations, waiting_replies
from parley.storage.database import Connection

# What a state becomes when its time is over.
OVERDUE: dict[str, Move] = {
    "bot": "close",
    "offered": "withdraw",
    "snoozed": "wake",
    "waiting": "close",
    "wrap_up": "close",
}


async def pass_time(db: Connection, tenant_id: UUID, now: datetime) -> int:
    """Move every conversation that is due. Returns how many."""
    due = await conversations.lock_due(db, tenant_id, now)
    for conversation in due:
        await _move_on(db, conversation, now)
    return len(due)


async def _move_on(db: Connection, conversation: Conversation, now: datetime) -> None:
    if conversation.state == "waiting" and await _has_a_reply(db, conversation, now):
        return
    name = OVERDUE.get(conversation.state)
    if name is None:
        raise RuntimeError(f"a conversation that is {conversation.state} has no time to be due")
    data = {"reason": "nobody answered the offer in time" if name == "withdraw" else "the time was over"}
    await make_move(db, conversation, name, actor=SYSTEM, offer_outcome="timed_out", data=data, now=now)


async def _has_a_reply(db: Connection, conversation: Conversation, now: datetime) -> bool:
    """One that waits keeps its conversation open as long as it may leave; then it is somebody's turn again."""
    reply = await waiting_replies.get(db, conversation.tenant_id, conversation.conversation_id)
    if reply is None or reply.stopped:
        return False
    if now < reply.until:
        await conversations.save(db, replace(conversation, due_at=reply.until))
        return True
    await stop_waiting_reply(db, conversation, "too_old", now)
    await make_move(db, conversation, "not_answered", actor=SYSTEM, data={"waiting_reply": "too_old"}, now=now)
    return True
