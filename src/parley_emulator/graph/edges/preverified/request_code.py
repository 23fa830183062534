"""Ask for the code that proves whose the number is."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.codes import check_request
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "preverified"
EDGE = "request_code"


async def post(platform: Platform, call: Call, number: Thing) -> dict[str, Any]:
    """Not for a number that is verified already."""
    if number.fields["verification_status"] == "VERIFIED":
        raise Refusal(136024, "The number is verified already.")
    asked = number.fields.get("codes_asked", [])
    asked = check_request(call.param("code_method"), call.param("language"), asked, platform.clock.now())
    number.fields = {**number.fields, "codes_asked": asked}
    platform.world.save_thing(number)
    await platform.store.committed()
    return {"success": True}
