"""Ask that the accounts of a solution may send marketing on the Marketing Messages API."""

from typing import Any

from parley_emulator import ids
from parley_emulator.enforcement.news import tell_update
from parley_emulator.enforcement.portfolio import accounts_of
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "business"
EDGE = "onboard_partners_to_mm_lite"


async def post(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """Once for each solution; the business is told that it signed."""
    solution = platform.world.things.get(call.param("solution_id"))
    if call.param("solution_id") and (solution is None or solution.kind != "solution"):
        raise Refusal(100, "Param solution_id is not a solution.")
    named = call.param("solution_id")
    if any(each.fields["solution_id"] == named for each in platform.world.things_of("mm_request", business)):
        raise Refusal(1752041, "The business asked for this already.")
    request = Thing(id=ids.digits(16), kind="mm_request", owner=business, fields={"solution_id": named})
    platform.world.save_thing(request)
    for account in accounts_of(platform.world, business):
        account.fields = {**account.fields, "marketing_messages_onboarding_status": "ONBOARDED"}
        platform.world.save_account(account)
        tell_update(platform, account, "MM_LITE_TERMS_SIGNED")
    await platform.store.committed()
    return {"request_id": request.id}
