"""The solution goes on."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.solution_view import move, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = "reject_deactivation_request"


async def post(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """Though its end was asked for."""
    await move(platform, solution, "PENDING_DEACTIVATION", "ACTIVE", "NONE")
    return shown(platform, call, solution)
