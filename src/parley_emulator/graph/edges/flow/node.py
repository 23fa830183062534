"""One flow: its fields, its name and categories, its end."""

from typing import Any

from parley_emulator.flows.states import FLOW, categories_in, demand_draft, name_in, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "flow"
EDGE = ""
SHAPE = FLOW
FIELDS = ("id", "name", "status", "categories", "validation_errors")


async def get(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(flow), FIELDS)


async def post(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """Another name, other categories, another endpoint."""
    if call.body.get("name") is not None:
        flow.fields["name"] = name_in(call)
    if call.body.get("categories") is not None:
        flow.fields["categories"] = categories_in(call)
    if call.body.get("endpoint_uri") is not None:
        flow.fields["endpoint_uri"] = call.param("endpoint_uri")
    platform.world.save_thing(flow)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """Only a draft can be deleted."""
    demand_draft(flow)
    platform.world.drop_thing(flow)
    await platform.store.committed()
    return {"success": True}
