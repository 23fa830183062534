"""The thread of a person went to another application, or came back to us (cloud API, 12.3)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from parley.actions.moving import SYSTEM, make_move
from parley.core.conversation import begun
from parley.core.messages.inbound import Handover
from parley.storage import contacts, conversations, thread_owners
from parley.storage.database import Connection, tell_live

REASON = "another application handed the customer over"


async def receive_handover(db: Connection, tenant_id: UUID, told: Handover, now: datetime) -> None:
    """Keep whose it is; whoever is handed to us gets a person, since they wait for one."""
    contact = await contacts.of_writer(
        db, tenant_id, wa_id=told.wa_id, user_id=told.user_id, name="", now=now, source="platform"
    )
    at = min(told.at or now, now)
    await thread_owners.see(db, tenant_id, told.number_id, contact.contact_id, told.owner, at)
    conversation = await conversations.lock_open(db, tenant_id, told.number_id, contact.contact_id)
    if conversation is None and told.owner == "us":
        latest = await conversations.lock_latest(db, tenant_id, told.number_id, contact.contact_id)
        window = latest.window_expires_at if latest else None
        conversation = begun(
            tenant_id, uuid4(), told.number_id, contact.contact_id, now=now, language=contact.language,
            window_expires_at=window,
        )  # fmt: skip
        await conversations.insert(db, conversation)
    if conversation is None:
        return
    data = {"owner": told.owner}
    await conversations.record_event(db, conversation, "thread_control", actor_kind="system", data=data, now=now)
    if told.owner == "us" and conversation.state == "bot":
        waiting = replace(conversation, unread=max(conversation.unread, 1))
        await make_move(db, waiting, "hand_over", actor=SYSTEM, data={"reason": REASON}, now=now)
    await tell_live(db, tenant_id, "conversation", conversation.conversation_id)
