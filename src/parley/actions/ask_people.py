"""What could not be said, a person says: nobody is left without an answer or an owner."""

from datetime import datetime
from uuid import UUID

from parley.actions.moving import SYSTEM, make_move
from parley.storage import conversations
from parley.storage.database import Connection


async def ask_people(db: Connection, tenant_id: UUID, conversation_id: UUID, reason: str, now: datetime) -> None:
    """Queue the conversation if it is still the bot's."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if conversation.owner_kind == "bot":
        await make_move(db, conversation, "hand_over", actor=SYSTEM, data={"reason": reason}, now=now)


async def turn_back(db: Connection, tenant_id: UUID, conversation_id: UUID, author_id: UUID, now: datetime) -> None:
    """What the agent said did not leave: it is their turn again, if the conversation is still theirs."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if conversation.owner_id == author_id and conversation.state == "waiting":
        await make_move(db, conversation, "not_answered", actor=SYSTEM, now=now)
