"""One number: its fields, and what can be changed about it."""

from typing import Any

from parley_emulator.enforcement.names import ask_for_name
from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import FIELDS, NUMBER, view
from parley_emulator.graph.overriding import override
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.pins import set_pin
from parley_emulator.numbers.usernames import take_username
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = ""
SHAPE = NUMBER
VISIBILITIES = ("VISIBLE", "HIDDEN")


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(platform, number), FIELDS)


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Each of the parts that is named; the rest stays."""
    if call.body.get("pin") is not None:
        set_pin(platform, number, call.param("pin"))
    if call.body.get("new_display_name") is not None:
        ask_for_name(platform, number, call.param("new_display_name").strip())
    if call.body.get("search_visibility") is not None:
        wanted = call.param("search_visibility").upper()
        if wanted not in VISIBILITIES:
            raise Refusal(100, f"Param search_visibility must be one of {', '.join(VISIBILITIES)}.")
        set_field(platform, number, "search_visibility", wanted)
    if call.body.get("username") is not None:
        take_username(platform, number, call.param("username"))
    wanted = call.value("webhook_configuration")
    if wanted is not None:
        if not isinstance(wanted, dict):
            raise Refusal(100, "Param webhook_configuration must be a JSON object.")
        number.fields = await override(platform, number.fields, wanted)
        platform.world.save_number(number)
    await platform.store.committed()
    return {"success": True}
