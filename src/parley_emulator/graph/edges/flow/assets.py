"""The flow's JSON: upload, and where it can be read."""

from typing import Any

from starlette.responses import Response

from parley_emulator.flows.states import demand_draft, set_json
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "flow"
EDGE = "assets"
REST = True
LARGEST = 10 << 20


async def get(platform: Platform, call: Call, flow: Thing) -> dict[str, Any] | Response:
    """One asset, once it was uploaded; ``assets/flow.json`` is the asset itself."""
    if call.rest:
        return Response(flow.fields["flow_json"], 200, media_type="application/json")
    address = f"{call.base_url}/{flow.id}/assets/flow.json"
    items = [{"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": address}]
    return page(call, f"{flow.id}/assets", items if flow.fields["flow_json"] else [])


async def post(platform: Platform, call: Call, flow: Thing) -> dict[str, Any]:
    """Kept with its faults; a published flow goes back to a draft only as a copy."""
    demand_draft(flow)
    upload = call.files.get("file")
    if upload is None or call.param("asset_type") != "FLOW_JSON" or call.param("name") != "flow.json":
        raise Refusal(100, "Give file, name (flow.json) and asset_type (FLOW_JSON).")
    if len(upload.content) > LARGEST:
        raise Refusal(100, "Param file may have at most 10 MB.")
    faults = set_json(platform, flow, upload.content.decode("utf-8", "replace"))
    platform.world.save_thing(flow)
    await platform.store.committed()
    return {"success": True, "validation_errors": faults}
