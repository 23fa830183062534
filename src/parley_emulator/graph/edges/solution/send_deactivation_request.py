"""Ask the partner to end the solution."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.solution_view import move
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = "send_deactivation_request"


async def post(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """Only an active solution can end."""
    if solution.fields["status"] != "ACTIVE":
        raise Refusal(100, "The solution is not active.")
    await move(platform, solution, "NONE", "ACTIVE", "PENDING_DEACTIVATION")
    return {
        "success": True,
        "message": "The partner was asked to end the solution.",
        "request_id": f"deactivation_req_{ids.digits(10)}",
    }
