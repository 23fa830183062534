"""Say that the account is to go to a solution."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.intents import keep, the_solution
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "set_obo_mobility_intent"


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """It waits until the other side says yes."""
    if call.param("waba_id") != account.id:
        raise Refusal(100, "Param waba_id must be the account of the path.")
    solution = the_solution(platform, call, "solution_id")
    intent = keep(platform, account, "obo_mobility_intent", None, solution=solution, status="PENDING")
    await platform.store.committed()
    answer = {"success": True, "intent_id": intent.id}
    mutation = call.param("client_mutation_id")
    return {**answer, "client_mutation_id": mutation} if mutation else answer
