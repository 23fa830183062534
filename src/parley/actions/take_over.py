"""Take a conversation from the bot, the queue, or, as a supervisor, from a colleague."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.core.conversation import Conversation
from parley.core.errors import AlreadyTaken
from parley.storage import accounts, conversations
from parley.storage.database import Connection


async def take_over(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, supervises: bool, now: datetime
) -> Conversation:
    """It is this person's from now on; taking what one has already changes nothing. Raises AlreadyTaken."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    owner = conversation.owner_id
    if owner == account_id:
        return conversation
    known = await accounts.names(db, tenant_id, [owner]) if owner else {}
    if owner is not None and not supervises:
        raise AlreadyTaken(known.get(owner, ""))
    data = {"from": str(owner), "from_name": known.get(owner, "")} if owner else {}
    actor = Actor("agent", account_id)
    return await make_move(db, conversation, "take_over", actor=actor, to=account_id, data=data, now=now)
