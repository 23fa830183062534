"""A message that did not come to us is filed in its thread: nothing is answered, nobody is asked.

From a colleague's phone it is the human's turn; from before the number was ours, or to another application, it is
there to be read; of a group it is there to be seen.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from parley.actions.keeping import LAST_TEXT, SHIELDED, about_health, expected, keep, mark, person_of, thread_for_filing
from parley.actions.moving import SYSTEM, make_move
from parley.core.conversation import WAITING_CLOSES_AFTER, Conversation, Owner, begun, window_after
from parley.core.errors import NotFound
from parley.core.messages import Media, Reaction, Unknown, content_from, plain_text
from parley.core.messages.inbound import InboundMessage
from parley.storage import conversations, messages, thread_owners
from parley.storage.contacts import Contact
from parley.storage.database import Connection, tell_live
from parley.storage.messages import Message

LATELY = timedelta(minutes=1)
WITH_PERSON = frozenset({"active", "waiting", "snoozed"})


async def file_message(db: Connection, tenant_id: UUID, message: InboundMessage, now: datetime) -> None:
    """File it once: a second time it changes nothing."""
    known = await messages.by_platform_id(db, tenant_id, message.platform_id)
    if known is not None:
        await _fill_place(db, known, message, now)
        return
    contact = await person_of(db, tenant_id, message, now, source="wrote_first" if not message.ours else "phone_app")
    conversation = await _thread(db, tenant_id, contact, message, now)
    if await keep(db, conversation, message, now) is None:
        return
    if not message.ours:
        await mark(db, conversation, contact, message, now)
    if message.context.way in ("phone_app", "other_app"):
        await thread_owners.see(db, tenant_id, message.number_id, contact.contact_id, _owner(message), message.at)
    if not isinstance(message.content, Reaction):
        await _listed(db, conversation, message, now)
    await tell_live(db, tenant_id, "message", conversation.conversation_id)


def _owner(message: InboundMessage) -> Owner:
    return "phone_app" if message.context.way == "phone_app" else "other_app"


async def _thread(
    db: Connection, tenant_id: UUID, contact: Contact, message: InboundMessage, now: datetime
) -> Conversation:
    if message.context.way != "history":
        return await thread_for_filing(db, tenant_id, message.number_id, contact, now)
    conversation_id = uuid5(tenant_id, f"history:{message.number_id}:{contact.contact_id}")
    try:
        return await conversations.lock(db, tenant_id, conversation_id)
    except NotFound:
        new = begun(tenant_id, conversation_id, message.number_id, contact.contact_id, now=message.at)
        closed = replace(new, state="closed", owner_kind="nobody", closed_at=message.at)
        await conversations.insert(db, closed)
        return closed


async def _listed(db: Connection, conversation: Conversation, message: InboundMessage, now: datetime) -> None:
    """What the lists show of it; what is earlier than what they show changes nothing."""
    way = message.context.way
    told = conversation
    if way == "other_app" and not message.ours:
        told = replace(told, window_expires_at=window_after(told.window_expires_at, message.at))
    # The platform tells whole seconds only, and news of now is some of them old.
    late = timedelta() if way == "history" else LATELY
    if message.at + late >= conversation.last_message_at or not conversation.last_message_text:
        shielded = not message.ours and about_health(conversation, message, now) is not None
        told = replace(
            told,
            last_message_at=max(conversation.last_message_at, message.at),
            last_message_text=SHIELDED if shielded else plain_text(message.content)[:LAST_TEXT],
            last_message_from="customer" if not message.ours else "agent" if way != "other_app" else "system",
        )
    if way == "phone_app" and conversation.state in WITH_PERSON:
        answered = replace(told, unread=0)
        await make_move(db, answered, "agent_replied", actor=SYSTEM, due_at=now + WAITING_CLOSES_AFTER, now=now)
        return
    await conversations.save(db, replace(told, unread=0) if way == "phone_app" else told)


async def _fill_place(db: Connection, known: Message, message: InboundMessage, now: datetime) -> None:
    """A file of the history follows its message later."""
    stands = content_from(known.content)
    waits = isinstance(stands, Unknown) and stands.kind == "media_placeholder"
    if not waits or not isinstance(message.content, Media):
        return
    conversation = await conversations.lock(db, known.tenant_id, known.conversation_id)
    content = await expected(db, conversation, message, now)
    await messages.amend(db, known, content, {})
    await tell_live(db, known.tenant_id, "message", known.conversation_id)
