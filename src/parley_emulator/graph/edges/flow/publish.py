"""A draft becomes what customers see."""

from typing import Any

from parley_emulator.flows.events import tell_status
from parley_emulator.flows.states import publish
from parley_emulator.graph.call import Call
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "flow"
EDGE = "publish"


async def post(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """It can not be changed afterwards."""
    publish(flow)
    platform.world.save_thing(flow)
    tell_status(platform, flow, "DRAFT")
    await platform.store.committed()
    return {"success": True}
