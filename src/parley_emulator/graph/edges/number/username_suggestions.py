"""User names that the number could take."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.numbers.usernames import suggestions
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "username_suggestions"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """A few that are free."""
    return {"data": [{"username_suggestions": suggestions(platform, number)}]}
