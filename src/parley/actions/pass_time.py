"""What happens to a conversation because time has passed, and for no other reason."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import SYSTEM, make_move
from parley.core.conversation import Conversation, Move
from parley.storage import conversations
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
    name = OVERDUE.get(conversation.state)
    if name is None:
        raise RuntimeError(f"a conversation that is {conversation.state} has no time to be due")
    data = {"reason": "nobody answered the offer in time" if name == "withdraw" else "the time was over"}
    await make_move(db, conversation, name, actor=SYSTEM, offer_outcome="timed_out", data=data, now=now)
