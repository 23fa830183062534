"""End a conversation."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.actions.permitted import lock_for
from parley.core.conversation import Conversation
from parley.storage import conversations
from parley.storage.database import Connection


async def close(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> Conversation:
    """Nobody has it any more. Closing what is closed changes nothing."""
    known = await conversations.lock(db, tenant_id, conversation_id)
    if known.state == "closed":
        return known
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "close")
    return await make_move(db, conversation, "close", actor=Actor("agent", account_id), now=now)
