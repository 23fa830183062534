"""Begin, confirm or call off that the account goes to a solution."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.intents import SOON, keep, latest, the_solution
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "obo_mobility_intent"
# What each wish makes of it: the state that the answer shows, and the one that the node shows.
STATES = {
    "INITIATE_TRANSFER": ("PENDING", "PENDING"),
    "REQUEST_HANDOVER": ("PENDING", "PENDING"),
    "APPROVE_HANDOVER": ("IN_PROGRESS", "ACTIVE"),
    "CONFIRM_TRANSFER": ("COMPLETED", "COMPLETED"),
    "CANCEL_TRANSFER": ("REJECTED", "CANCELLED"),
    "REJECT_HANDOVER": ("REJECTED", "CANCELLED"),
}
BEGIN = ("INITIATE_TRANSFER", "REQUEST_HANDOVER")


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Only what was begun can be confirmed or called off."""
    solution = the_solution(platform, call, "solution_id")
    wish = call.param("intent_type").upper()
    if wish not in STATES:
        raise Refusal(100, f"Param intent_type must be one of {', '.join(STATES)}.")
    known = None if wish in BEGIN else latest(platform, account, "obo_mobility_intent", solution)
    if wish not in BEGIN and (known is None or known.fields["status"] in {"COMPLETED", "CANCELLED"}):
        raise Refusal(100, "Nothing was begun that could be answered.")
    answered, status = STATES[wish]
    intent = keep(platform, account, "obo_mobility_intent", known, solution=solution, status=status)
    await platform.store.committed()
    return {
        "success": True,
        "mobility_intent_id": intent.id,
        "status": answered,
        "estimated_completion_time": platform.clock.iso(SOON),
        "approval_required": status == "PENDING",
    }
