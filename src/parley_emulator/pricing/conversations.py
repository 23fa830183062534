"""Conversations of the older price model: 24 hours with one customer in one category, opened by the first message.

Until 30 June 2025 by the platform's clock, or where the tester says so for an account (reference 7.3).
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from parley_emulator import ids
from parley_emulator.state.records import Account, Chat

LASTS = 24 * 3_600
FREE_ENTRY = 72 * 3_600
PER_MESSAGE_SINCE = datetime(2025, 7, 1, tzinfo=UTC).timestamp()
MODELS = ("CBP", "PMP")


@dataclass(frozen=True, slots=True)
class Conversation:
    """``until``: when it ends, in seconds."""

    id: str
    until: float


def model_of(account: Account | None, now: float) -> str:
    """CBP or PMP."""
    chosen = account.fields.get("pricing_model") if account else None
    return str(chosen or ("CBP" if now < PER_MESSAGE_SINCE else "PMP"))


def conversation_for(chat: Chat, category: str, now: float, free_entry: bool) -> Conversation:
    """The one that is open, or a new one."""
    kind = "referral_conversion" if free_entry else category
    known = chat.conversations.get(kind)
    if known is not None and now < known[1]:
        return Conversation(*known)
    made = Conversation(ids.hex_id(), now + (FREE_ENTRY if free_entry else LASTS))
    chat.conversations[kind] = (made.id, made.until)
    return made
