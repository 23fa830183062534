"""Open a closed conversation again."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.core.conversation import Conversation
from parley.core.errors import IllegalMove
from parley.storage import conversations
from parley.storage.database import Connection


async def reopen(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> Conversation:
    """It is this person's again. A customer has one open conversation with a number, so a newer one forbids it."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if conversation.state != "closed" and conversation.owner_id == account_id:
        return conversation
    newer = await conversations.lock_open(db, tenant_id, conversation.number_id, conversation.contact_id)
    if newer is not None and newer.conversation_id != conversation_id:
        error = IllegalMove("reopen", conversation.state)
        error.message = "The customer has a newer conversation that is open."
        error.next_step = "Go on in the newer conversation."
        raise error
    return await make_move(db, conversation, "reopen", actor=Actor("agent", account_id), to=account_id, now=now)
