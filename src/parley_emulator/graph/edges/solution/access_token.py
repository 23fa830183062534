"""The token that opens one business of the solution."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "solution"
EDGE = "access_token"
LIVES = 60 * 86_400


async def get(platform: Platform, call: Call, solution: Thing) -> dict[str, Any]:
    """For a business whose accounts the caller may see, while the solution is active."""
    if solution.fields["status"] != "ACTIVE":
        raise Refusal(100, "The solution is not active.")
    accounts, business = platform.world.accounts, call.param("business_id")
    found = [each for each in call.numbers if accounts[each.waba_id].business_id == business]
    if not found:
        raise Refusal(100, "Param business_id is not a business of this solution.")
    return {"access_token": found[0].access_token, "expires_at": int(platform.clock.now()) + LIVES}
