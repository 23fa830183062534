"""The writer of a message changed it, or took it back: the thread shows what stands there now."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import msgspec

from parley.actions.keeping import LAST_TEXT, SHIELDED, about_health, mark
from parley.core.messages import Media, Text, content_from, plain_text
from parley.core.messages.inbound import Amendment
from parley.storage import contacts, conversations, inbox, media, messages
from parley.storage.database import Connection, tell_live


async def receive_amendment(db: Connection, tenant_id: UUID, amendment: Amendment, now: datetime) -> bool:
    """False where the message that it amends is not known here."""
    told = amendment.message
    known = await messages.by_platform_id(db, tenant_id, told.platform_id)
    if known is None:
        return False
    if _is_older(known.context, told.context.edited_at) or (known.direction == "out") != told.ours:
        return True  # only its own writer may change it, and what was deleted stays deleted
    conversation = await conversations.lock(db, tenant_id, known.conversation_id)
    stood, content = content_from(known.content), told.content
    if isinstance(content, Media) and isinstance(stood, Media):
        content = msgspec.structs.replace(stood, caption=content.caption)
    marks = {name: at for name, at in told.context.to_builtins().items() if name in ("edited_at", "deleted_at")}
    await messages.amend(db, known, content, marks)
    if amendment.deleted and isinstance(stood, Media):
        await media.forget(db, tenant_id, UUID(stood.media_id))
    if not told.ours:
        words = content.body if isinstance(content, Text) else ""
        await inbox.reword(db, tenant_id, told.number_id, told.platform_id, words)
        contact = await contacts.get(db, tenant_id, conversation.contact_id)
        if contact is not None:
            await mark(db, conversation, contact, told, now)
    if conversation.last_message_text == plain_text(stood)[:LAST_TEXT]:
        shielded = not told.ours and about_health(conversation, told, now) is not None
        line = SHIELDED if shielded else plain_text(content)[:LAST_TEXT]
        await conversations.save(db, replace(conversation, last_message_text=line))
    await tell_live(db, tenant_id, "message", known.conversation_id)
    return True


def _is_older(context: dict[str, str], edited_at: str) -> bool:
    """Edits may overtake each other."""
    return "deleted_at" in context or bool(edited_at and edited_at < context.get("edited_at", ""))
