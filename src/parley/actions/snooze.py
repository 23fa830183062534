"""Put a conversation aside until a time, and take it back before."""

from datetime import datetime, timedelta
from uuid import UUID

from parley.actions.moving import Actor, make_move
from parley.actions.permitted import lock_for
from parley.core.conversation import Conversation
from parley.core.errors import Invalid
from parley.storage import conversations
from parley.storage.database import Connection

LONGEST = timedelta(days=30)


async def snooze(
    db: Connection, tenant_id: UUID, conversation_id: UUID, until: datetime, *, account_id: UUID, now: datetime
) -> Conversation:
    """It comes back at that time, or when the customer writes."""
    conversation = await lock_for(db, tenant_id, conversation_id, account_id, "snooze")
    if not now < until <= now + LONGEST:
        raise Invalid("until", "until: must be after now and within 30 days.")
    actor, data = Actor("agent", account_id), {"until": until.isoformat()}
    return await make_move(db, conversation, "snooze", actor=actor, due_at=until, data=data, now=now)


async def wake(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> Conversation:
    """Take it back now; one that is awake stays as it is."""
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if conversation.owner_id == account_id and conversation.state in ("active", "waiting"):
        return conversation
    if conversation.owner_id != account_id:
        await lock_for(db, tenant_id, conversation_id, account_id, "wake")
    return await make_move(db, conversation, "wake", actor=Actor("agent", account_id), now=now)
