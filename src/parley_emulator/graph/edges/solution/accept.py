"""The partner takes part."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.solution_view import move
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = "accept"


async def post(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """The solution is active from now on."""
    if call.param("partner_app_id") != solution.fields["partner_app_id"]:
        raise Refusal(100, "Param partner_app_id is not the application that was asked.")
    await move(platform, solution, "PENDING_ACTIVATION", "ACTIVE", "NONE")
    return {
        "solution_id": solution.id,
        "partner_status": "ACCEPTED",
        "success": True,
        "message": "The partner accepted the solution.",
        "update_time": platform.clock.iso(),
    }
