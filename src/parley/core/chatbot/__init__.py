"""What to answer, and when to hand over.

The understander stands apart: whoever only reads answers does without its libraries.
"""

from parley.core.chatbot.guess import Guess
from parley.core.chatbot.turn import Answer, BotState, HandOver, Knowledge, Turn, take_turn, understandable

__all__ = [
    "Answer",
    "BotState",
    "Guess",
    "HandOver",
    "Knowledge",
    "Turn",
    "take_turn",
    "understandable",
]
