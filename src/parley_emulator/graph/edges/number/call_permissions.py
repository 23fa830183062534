"""Whether a customer may be called."""

from typing import Any

from parley_emulator.calls.ability import demand_calling
from parley_emulator.calls.permissions import view
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "call_permissions"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Needs ``user_wa_id``, or ``recipient`` with a user id."""
    wa_id = call.param("user_wa_id").lstrip("+")
    if not wa_id and call.param("recipient"):
        wa_id = platform.world.by_user_id.get((number.waba_id, call.param("recipient")), "")
    if not wa_id.isdigit():
        raise Refusal(100, "The parameter user_wa_id is required, the digits of a number, or recipient, a user id.")
    demand_calling(platform, number)
    return view(platform, number, wa_id)
