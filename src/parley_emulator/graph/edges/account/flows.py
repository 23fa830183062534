"""The account's flows: list, create."""

from typing import Any

from parley_emulator.flows.events import tell_status
from parley_emulator.flows.states import FLOW, categories_in, json_in, name_in, new_flow, publish, set_json, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "flows"
DRAFT = "DRAFT"
SHAPE = FLOW
FIELDS = ("id", "name", "status", "categories", "validation_errors")


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In pages."""
    whole = [view(each) for each in platform.world.things_of("flow", account.id)]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return page(call, f"{account.id}/flows", items)


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """A draft; with ``flow_json`` and ``publish`` it is published at once if nothing is wrong with it."""
    flow = new_flow(platform, account.id, name_in(call), categories_in(call))
    if call.param("clone_flow_id"):
        cloned = platform.world.things.get(call.param("clone_flow_id"))
        if cloned is None or cloned.kind != "flow" or cloned.owner != account.id:
            raise Refusal(100, "Param clone_flow_id is no flow of this account.")
        set_json(platform, flow, cloned.fields["flow_json"])
    flow.fields["endpoint_uri"] = call.param("endpoint_uri")
    faults = set_json(platform, flow, json_in(call)) if call.body.get("flow_json") else []
    if call.flag("publish") and not faults:
        publish(flow)
    platform.world.save_thing(flow)
    if flow.fields["status"] != DRAFT:
        tell_status(platform, flow, DRAFT)
    await platform.store.committed()
    return {"id": flow.id, "success": True, "validation_errors": faults}
