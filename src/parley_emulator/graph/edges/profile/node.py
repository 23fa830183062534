"""The business profile, under an id of its own."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import profile_id
from parley_emulator.graph.paging import pick
from parley_emulator.numbers.profile import PROFILE, change, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "profile"
EDGE = ""
SHAPE = PROFILE


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The fields asked for; all of them without a choice."""
    whole = {**shown(number), "id": profile_id(number), "account_name": number.verified_name}
    return pick(call.param("fields"), whole, tuple(whole))


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The same as through the number."""
    change(platform, number, call)
    await platform.store.committed()
    return {"success": True}
