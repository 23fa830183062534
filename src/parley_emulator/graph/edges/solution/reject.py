"""The partner does not take part, or does not want it to end."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.solution_view import move
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = "reject"
REQUESTS = {
    "PARTNERSHIP_REQUEST": ("PENDING_ACTIVATION", "REJECTED"),
    "DEACTIVATION_REQUEST": ("PENDING_DEACTIVATION", "ACTIVE"),
}


async def post(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """Which of the two requests it is must be said."""
    kind = call.param("request_type").upper()
    if kind not in REQUESTS:
        raise Refusal(100, f"Param request_type must be one of {', '.join(REQUESTS)}.")
    needed, status = REQUESTS[kind]
    await move(platform, solution, needed, status, "NONE")
    answer = {
        "success": True,
        "solution_id": solution.id,
        "rejected_request_type": kind,
        "rejection_timestamp": platform.clock.iso(),
    }
    partner = call.param("partner_app_id")
    return {**answer, "partner_app_id": partner} if partner else answer
