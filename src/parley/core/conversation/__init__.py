"""What a conversation is, whose turn it is, and the moves it may make: one state machine."""

from parley.core.conversation.conversation import (
    BOT_CLOSES_AFTER,
    WAITING_CLOSES_AFTER,
    Conversation,
    OwnerKind,
    State,
    begun,
    window_after,
)
from parley.core.conversation.moves import MOVES, TABLE, Move, move, moves_now
from parley.core.conversation.thread_owner import Owner, ThreadOwner, is_foreign, silences_the_bot
from parley.core.conversation.waiting_reply import (
    BY_CLAUSE,
    WAITS_FOR,
    WHY,
    Stopped,
    WaitingReply,
    when_the_customer_writes,
)

__all__ = [
    "BOT_CLOSES_AFTER",
    "BY_CLAUSE",
    "MOVES",
    "TABLE",
    "WAITING_CLOSES_AFTER",
    "WAITS_FOR",
    "WHY",
    "Conversation",
    "Move",
    "Owner",
    "OwnerKind",
    "State",
    "Stopped",
    "ThreadOwner",
    "WaitingReply",
    "begun",
    "is_foreign",
    "move",
    "moves_now",
    "silences_the_bot",
    "when_the_customer_writes",
    "window_after",
]
