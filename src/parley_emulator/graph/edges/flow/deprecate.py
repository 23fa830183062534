"""A published flow is taken out of use."""

from typing import Any

from parley_emulator.flows.events import tell_status
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "flow"
EDGE = "deprecate"


async def post(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """It can not be sent or opened any more."""
    before = flow.fields["status"]
    if before not in {"PUBLISHED", "THROTTLED", "BLOCKED"}:
        raise Refusal(139004, "Only a published flow can be deprecated.", subcode=4016014)
    flow.fields["status"] = "DEPRECATED"
    platform.world.save_thing(flow)
    tell_status(platform, flow, before)
    await platform.store.committed()
    return {"success": True}
