"""The number's ice breakers and commands, under an id of their own."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import automation_view
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "bot"
EDGE = ""
FIELDS = ("id", "prompts", "commands", "enable_welcome_message")
SHAPE = Shape("WhatsAppBusinessBot", FIELDS)


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), automation_view(number), FIELDS)
