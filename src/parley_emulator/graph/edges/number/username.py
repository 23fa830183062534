"""The number's user name."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.usernames import give_back_username, take_username
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "username"
NONE, FORCE = "none", "force_transfer"


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Its name and how far it is; nothing without one."""
    return dict(number.fields.get("username", {}))


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Take one; ``transfer_action: force_transfer`` takes it from another number of the portfolio."""
    if not call.param("username"):
        raise Refusal(100, "The parameter username is required.")
    action = call.param("transfer_action").lower() or NONE
    if action not in {NONE, FORCE}:
        raise Refusal(100, f"Param transfer_action must be {NONE} or {FORCE}.")
    status = take_username(platform, number, call.param("username"), by_force=action == FORCE)
    await platform.store.committed()
    return {"success": True, "status": status}


async def delete(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Give it back."""
    give_back_username(platform, number)
    await platform.store.committed()
    return {"success": True}
