"""Make a number ready to send."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "register"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Any pin of six digits is the right one."""
    pin = call.param("pin")
    if not (pin.isdigit() and len(pin) == 6):
        raise Refusal(100, "Param pin must be six digits.")
    number.registered = True
    platform.world.save_number(number)
    await platform.store.committed()
    return {"success": True}
