"""A person is writing: the customer sees it."""

from datetime import datetime
from uuid import UUID

from parley.storage import conversations, messages, outbox
from parley.storage.database import Connection


async def show_typing(
    db: Connection, tenant_id: UUID, conversation_id: UUID, *, account_id: UUID, now: datetime
) -> None:
    """Shown for 25 seconds or until a message follows, if it is the owner who writes and the window is open."""
    conversation = await conversations.get(db, tenant_id, conversation_id)
    ends = conversation.window_expires_at
    if conversation.owner_id != account_id or ends is None or now >= ends:
        return
    newest = await messages.last_from_customer(db, tenant_id, conversation_id)
    if newest is None or not newest.platform_id:
        return
    number_id, contact_id = conversation.number_id, conversation.contact_id
    await outbox.show_typing(db, tenant_id, newest.message_id, number_id=number_id, contact_id=contact_id, now=now)
