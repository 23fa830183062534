"""What to answer, and when to hand over."""

from parley.core.chatbot.turn import Answer, BotState, HandOver, Knowledge, Turn, take_turn, understandable
from parley.core.chatbot.understander import Guess, Understander

__all__ = [
    "Answer",
    "BotState",
    "Guess",
    "HandOver",
    "Knowledge",
    "Turn",
    "Understander",
    "take_turn",
    "understandable",
]
