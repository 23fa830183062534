"""The number's user name."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.usernames import take_username
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "username"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Its name and how far it is; nothing without one."""
    return dict(number.fields.get("username", {}))


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Take one."""
    if not call.param("username"):
        raise Refusal(100, "The parameter username is required.")
    status = take_username(platform, number, call.param("username"))
    await platform.store.committed()
    return {"success": True, "status": status}


async def delete(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Give it back."""
    set_field(platform, number, "username", None)
    await platform.store.committed()
    return {"success": True}
