"""A person reads what the customer wrote."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parley.storage import conversations, messages, outbox
from parley.storage.database import Connection, tell_live


async def mark_reading(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> None:
    """Nothing is unread any more and the customer sees blue ticks, if it is the owner who reads.

    A colleague who looks in changes nothing: the customer would believe that somebody is at it.
    """
    conversation = await conversations.lock(db, tenant_id, conversation_id)
    if conversation.owner_id != account_id or not conversation.unread:
        return
    await conversations.save(db, replace(conversation, unread=0))
    newest = await messages.last_from_customer(db, tenant_id, conversation_id)
    if newest is not None and newest.platform_id:
        number_id, contact_id = conversation.number_id, conversation.contact_id
        await outbox.put(
            db, tenant_id, newest.message_id, number_id=number_id, contact_id=contact_id, now=now, kind="read"
        )
    await tell_live(db, tenant_id, "conversation", conversation_id)
