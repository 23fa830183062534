"""A reply that waits will not leave by itself any more: it stays in the thread, and whoever reads that sees why."""

from datetime import datetime
from typing import Any

from parley.core.conversation import Conversation, Stopped
from parley.storage import conversations, waiting_replies
from parley.storage.database import Connection, tell_live


async def stop_waiting_reply(
    db: Connection, conversation: Conversation, why: Stopped, now: datetime, refusal: dict[str, Any] | None = None
) -> None:
    """Where one waits in that conversation, whose lock the caller holds. ``refusal``: what the gate said."""
    tenant_id, conversation_id = conversation.tenant_id, conversation.conversation_id
    if await waiting_replies.stop(db, tenant_id, conversation_id, why, refusal):
        data = {"why": why}
        await conversations.record_event(db, conversation, "reply_stopped", actor_kind="system", data=data, now=now)
        await tell_live(db, tenant_id, "conversation", conversation_id)
