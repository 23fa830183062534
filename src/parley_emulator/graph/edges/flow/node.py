"""One flow: its fields, its name and categories, its end."""

from typing import Any

from parley_emulator.flows.metrics import metric
from parley_emulator.flows.states import FLOW, METRIC, categories_in, demand_draft, demand_unique, name_in, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.selection import parse
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "flow"
EDGE = ""
SHAPE = FLOW
FIELDS = ("id", "name", "status", "categories", "validation_errors")


async def get(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """The fields asked for; figures are counted only when they are."""
    now = platform.clock.now()
    figures = {
        field.name: metric(flow, field.modifiers, now) for field in parse(call.param("fields")) if field.name == METRIC
    }
    return pick(call.param("fields"), {**view(flow), **figures}, FIELDS)


async def post(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """Another name, other categories, another endpoint."""
    changed: dict[str, Any] = {}
    if call.body.get("name") is not None:
        changed["name"] = name_in(call)
        demand_unique(platform, flow.owner, changed["name"], besides=flow.id)
    if call.body.get("categories") is not None:
        changed["categories"] = categories_in(call)
    if call.body.get("endpoint_uri") is not None:
        changed["endpoint_uri"] = call.param("endpoint_uri")
    flow.fields = {**flow.fields, **changed}
    platform.world.save_thing(flow)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """Only a draft can be deleted."""
    demand_draft(flow)
    platform.world.drop_thing(flow)
    await platform.store.committed()
    return {"success": True}
