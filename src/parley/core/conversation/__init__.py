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

__all__ = [
    "BOT_CLOSES_AFTER",
    "MOVES",
    "TABLE",
    "WAITING_CLOSES_AFTER",
    "Conversation",
    "Move",
    "OwnerKind",
    "State",
    "begun",
    "move",
    "moves_now",
    "window_after",
]
