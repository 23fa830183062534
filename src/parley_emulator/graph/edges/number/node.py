"""One number: its fields."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import FIELDS, view
from parley_emulator.graph.paging import pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = ""


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(number), FIELDS)
