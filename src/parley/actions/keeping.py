"""What came is kept in its thread, and marked so that nothing of it reaches anybody else; the ways share this."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

import msgspec

from parley.core.conversation import Conversation, begun
from parley.core.messages import Content, Media
from parley.core.messages.inbound import InboundMessage
from parley.core.policy.fingerprints import details_of, print_of_name, prints_of
from parley.core.policy.gate import decide
from parley.core.policy.matters import ClientFacts, Heard
from parley.core.policy.verdicts import Decision
from parley.storage import contacts, conversations, fingerprints, media, messages
from parley.storage.contacts import Contact
from parley.storage.database import Connection
from parley.storage.messages import Message

LAST_TEXT = 200
SHIELDED = "(about health, open the conversation to read it)"


async def person_of(
    db: Connection, tenant_id: UUID, message: InboundMessage, now: datetime, source: str = "wrote_first"
) -> Contact:
    """The person in whose thread it belongs; made when they are new."""
    return await contacts.of_writer(
        db,
        tenant_id,
        wa_id=message.wa_id,
        user_id=message.user_id,
        parent_user_id=message.parent_user_id,
        name=message.name,
        username=message.username,
        now=now,
        source=source,
    )


async def thread_for_filing(
    db: Connection, tenant_id: UUID, number_id: str, contact: Contact, now: datetime
) -> Conversation:
    """Where something belongs that asks nothing: the newest conversation, open or not; else one that is closed."""
    found = await conversations.lock_open(db, tenant_id, number_id, contact.contact_id)
    found = found or await conversations.lock_latest(db, tenant_id, number_id, contact.contact_id)
    if found is not None:
        return found
    new = begun(tenant_id, uuid4(), number_id, contact.contact_id, now=now, language=contact.language)
    closed = replace(new, state="closed", owner_kind="nobody", closed_at=now)
    await conversations.insert(db, closed)
    return closed


async def keep(db: Connection, conversation: Conversation, message: InboundMessage, now: datetime) -> Message | None:
    """None if it is there already."""
    foreign = message.context.way == "other_app"
    return await messages.insert(
        db,
        tenant_id=conversation.tenant_id,
        conversation_id=conversation.conversation_id,
        message_id=uuid4(),
        direction="out" if message.ours else "in",
        author_kind="customer" if not message.ours else "system" if foreign else "agent",
        platform_id=message.platform_id,
        reply_to=message.reply_to or None,
        content=await expected(db, conversation, message, now),
        status=message.status,
        at=message.at,
        context=message.context,
    )


async def expected(db: Connection, conversation: Conversation, message: InboundMessage, now: datetime) -> Content:
    """Its content; a file is to be fetched, and known by our id from now on."""
    content = message.content
    if not isinstance(content, Media):
        return content
    media_id = await media.expect(
        db,
        conversation.tenant_id,
        number_id=message.number_id,
        contact_id=conversation.contact_id,
        platform_id=message.platform_media_id,
        mime_type=content.mime_type,
        filename=content.filename,
        now=now,
    )
    return msgspec.structs.replace(content, media_id=str(media_id))


async def mark(
    db: Connection, conversation: Conversation, contact: Contact, message: InboundMessage, now: datetime
) -> None:
    """So that nothing of it reaches anybody else (D5)."""
    said = "\n".join(message.content.texts())
    key = fingerprints.key(db, conversation.tenant_id)
    marks = prints_of(key, said) | details_of(key, said) | print_of_name(key, contact.name)
    await fingerprints.keep(db, conversation.tenant_id, contact.contact_id, marks, now)


def about_health(conversation: Conversation, message: InboundMessage, now: datetime) -> Decision | None:
    """D4: what a customer writes of their health is for people only. None where they did not."""
    heard = Heard(ClientFacts(), now, tuple(message.content.texts()), conversation.conversation_id, message.taken_out)
    decision = decide(heard)
    return decision if "D4" in decision.clauses else None
