"""A message that waits for a second look: kept, not sent, with a case that somebody decides in time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parley.actions.open_case import About, hold
from parley.core.messages import Content, TemplateUse
from parley.core.policy.cases import Case
from parley.core.policy.verdicts import Decision
from parley.storage.database import Connection, tell_live
from parley.storage.decisions import Decided
from parley.storage.messages import Message


@dataclass(frozen=True, kw_only=True)
class Held(Decided):
    """A decision that nothing leaves for now; the message is kept and may still be released."""

    message: Message
    case: Case


async def hold_message(
    db: Connection,
    tenant_id: UUID,
    message_id: UUID,
    decision: Decision,
    *,
    content: Content,
    conversation_id: UUID,
    number_id: str,
    author_kind: str,
    author_id: UUID | None,
    window_expires_at: datetime | None,
    now: datetime,
) -> tuple[Case, Decision]:
    """Its case, and the decision as it goes on record. Free text is decided before its window closes (C4)."""
    about = About(
        matter="message",
        subject=str(message_id),
        message_id=message_id,
        conversation_id=conversation_id,
        number_id=number_id,
        author_kind=author_kind,
        author_id=author_id,
    )
    useless_after = None if isinstance(content, TemplateUse) else window_expires_at
    await tell_live(db, tenant_id, "message", conversation_id)
    return await hold(db, tenant_id, about, decision, now=now, useless_after=useless_after)
