"""Give a conversation back to the ChatBot."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.actions.permitted import lock_for
from parley.core.conversation import BOT_CLOSES_AFTER, Conversation
from parley.storage import thread_owners
from parley.storage.database import Connection


async def hand_to_bot(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> Conversation:
    """The bot answers what the customer writes next, also where a colleague answered from the phone before."""
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "hand_to_bot")
    await thread_owners.phone_ends(db, tenant_id, conversation.number_id, conversation.contact_id, now)
    actor, closes = Actor("agent", account_id), now + BOT_CLOSES_AFTER
    return await make_move(db, conversation, "hand_to_bot", actor=actor, due_at=closes, now=now)
