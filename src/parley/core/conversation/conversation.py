"""What a conversation is: one customer, one number, one owner at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

State = Literal["bot", "queued", "offered", "active", "waiting", "snoozed", "wrap_up", "closed"]
OwnerKind = Literal["bot", "queue", "person", "nobody"]
WINDOW = timedelta(hours=24)
# Answered by a person and silent for so long: the conversation is over.
WAITING_CLOSES_AFTER = timedelta(hours=72)
# Nothing was said to or by the bot for so long: the next question begins a new conversation.
BOT_CLOSES_AFTER = timedelta(hours=24)


@dataclass(frozen=True)
class Conversation:
    """A conversation as it stands.

    ``owner_version`` grows with every new owner and every message of the customer: who speaks presents the version
    they saw. ``owner_since`` is the version at which the present owner took it. ``window_expires_at`` is a clock of
    its own, moved by the customer's messages only (C4). ``due_at``: when the present state must change by itself.
    """

    tenant_id: UUID
    conversation_id: UUID
    number_id: str
    contact_id: UUID
    state: State
    owner_kind: OwnerKind
    owner_id: UUID | None
    owner_version: int
    owner_since: int
    team_id: UUID | None
    skill: str
    language: str
    failed_turns: int
    asked_back: bool
    window_expires_at: datetime | None
    queued_at: datetime | None
    due_at: datetime | None
    unread: int
    last_message_at: datetime
    last_message_text: str
    last_message_from: str
    created_at: datetime
    closed_at: datetime | None


def begun(
    tenant_id: UUID,
    conversation_id: UUID,
    number_id: str,
    contact_id: UUID,
    *,
    now: datetime,
    language: str = "",
    window_expires_at: datetime | None = None,
) -> Conversation:
    """A new conversation: the bot's, until it is moved. The window may be open from an earlier one."""
    return Conversation(
        tenant_id=tenant_id,
        conversation_id=conversation_id,
        number_id=number_id,
        contact_id=contact_id,
        state="bot",
        owner_kind="bot",
        owner_id=None,
        owner_version=1,
        owner_since=1,
        team_id=None,
        skill="",
        language=language,
        failed_turns=0,
        asked_back=False,
        window_expires_at=window_expires_at,
        queued_at=None,
        due_at=None,
        unread=0,
        last_message_at=now,
        last_message_text="",
        last_message_from="customer",
        created_at=now,
        closed_at=None,
    )


def window_after(known: datetime | None, written_at: datetime) -> datetime:
    """The end of the window after a message of the customer, by its own time; late news never shortens it (C4)."""
    ends = written_at + WINDOW
    return ends if known is None else max(known, ends)
