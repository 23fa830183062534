"""Take a number out of service."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.service import note_try, take_out_of_service
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "deregister"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """It sends nothing until it is registered again."""
    if number.fields.get("is_on_biz_app"):
        raise Refusal(100, "A number that is used in the Business App as well is disconnected there.")
    if not number.registered:
        raise Refusal(133010, "The number is not registered on the Cloud API.")
    note_try(platform, number)
    take_out_of_service(platform, number)
    await platform.store.committed()
    return {"success": True}
