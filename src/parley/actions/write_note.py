"""A note for colleagues: it is kept in the thread and is never sent."""

from datetime import datetime
from uuid import UUID, uuid4

from parley.core.conversation import Conversation
from parley.core.errors import Invalid
from parley.core.messages import Text
from parley.storage import conversations, messages
from parley.storage.database import Connection, tell_live
from parley.storage.messages import Message

LONGEST = 4096


async def write_note(
    db: Connection, tenant_id: UUID, conversation_id: UUID, text: str, *, account_id: UUID, now: datetime
) -> Message:
    """Keep the note. It touches neither the owner nor the outbox."""
    conversation = await conversations.get(db, tenant_id, conversation_id)
    return await keep_note(db, conversation, text, account_id=account_id, now=now)


async def keep_note(
    db: Connection, conversation: Conversation, text: str, *, account_id: UUID, now: datetime
) -> Message:
    """The same for a caller who has the conversation. Raises Invalid."""
    if not len(text.strip()) >= 1 or len(text) > LONGEST:
        raise Invalid("text", f"text: {len(text)} characters, 1 to {LONGEST} are allowed.")
    kept = await messages.insert(
        db,
        tenant_id=conversation.tenant_id,
        conversation_id=conversation.conversation_id,
        message_id=uuid4(),
        direction="note",
        author_kind="agent",
        author_id=account_id,
        content=Text(text.strip()),
        status="note",
        at=now,
    )
    if kept is None:
        raise RuntimeError("a new message id is there already")
    await tell_live(db, conversation.tenant_id, "message", conversation.conversation_id)
    return kept
