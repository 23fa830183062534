"""A reply that waits will not leave by itself any more: it stays in the thread, and whoever reads that sees why."""

from datetime import datetime
from typing import Any
from uuid import UUID

from parley.core.conversation import Conversation, Stopped
from parley.storage import conversations, waiting_replies
from parley.storage.database import Connection, tell_live


async def stop_waiting_reply(
    db: Connection, conversation: Conversation, why: Stopped, now: datetime, refusal: dict[str, Any] | None = None
) -> None:
    """Where one waits in that conversation. ``refusal``: what the gate said."""
    if await waiting_replies.stop(db, conversation.tenant_id, conversation.conversation_id, why, refusal):
        await _tell(db, conversation, why, now)


async def stop_replies_to(db: Connection, tenant_id: UUID, contact_id: UUID, why: Stopped, now: datetime) -> None:
    """All that wait for this person, on whatever number."""
    for conversation_id in await waiting_replies.stop_of_person(db, tenant_id, contact_id, why):
        await _tell(db, await conversations.get(db, tenant_id, conversation_id), why, now)


async def _tell(db: Connection, conversation: Conversation, why: Stopped, now: datetime) -> None:
    await conversations.record_event(db, conversation, "reply_stopped", actor_kind="system", data={"why": why}, now=now)
    await tell_live(db, conversation.tenant_id, "conversation", conversation.conversation_id)
