"""A solution of several partners."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.solution_view import SOLUTION, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = ""
SHAPE = SOLUTION


async def get(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return shown(platform, call, solution)
