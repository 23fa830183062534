"""Begin, confirm or call off that the account moves from its solution to another."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.intents import SOON, keep, latest, the_solution
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "set_solution_migration_intent"
# What each wish makes of it: the state that the answer shows, and the one that the node shows.
STATES = {
    "INITIATE_MIGRATION": ("PENDING", "INITIATED"),
    "SCHEDULE_MIGRATION": ("SCHEDULED", "ACCEPTED"),
    "CONFIRM_MIGRATION": ("APPROVED", "COMPLETED"),
    "CANCEL_MIGRATION": ("REJECTED", "REJECTED"),
}


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Only what was begun can be confirmed or called off."""
    solution = the_solution(platform, call, "solution_id")
    wish = call.param("migration_intent").upper()
    if wish not in STATES:
        raise Refusal(100, f"Param migration_intent must be one of {', '.join(STATES)}.")
    known = None if wish == "INITIATE_MIGRATION" else latest(platform, account, "migration_intent", solution)
    if wish in {"CONFIRM_MIGRATION", "CANCEL_MIGRATION"} and known is None:
        raise Refusal(100, "Nothing was begun that could be answered.")
    answered, status = STATES[wish]
    intent = keep(platform, account, "migration_intent", known, solution=solution, status=status)
    await platform.store.committed()
    return {
        "success": True,
        "migration_intent_id": intent.id,
        "status": answered,
        "estimated_completion_time": platform.clock.iso(SOON),
    }
