"""Forms in the chat, as the platform's own watch over their endpoints sees them."""

from typing import Any

from parley_emulator.control.asked import Asked
from parley_emulator.customers.write import NotPossible
from parley_emulator.flows.events import tell_status
from parley_emulator.platform import Platform

STATES = ("DRAFT", "PUBLISHED", "THROTTLED", "BLOCKED", "DEPRECATED")


async def change(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{status}``: blocked or throttled by the platform, or free again; the business is told."""
    flow = platform.world.things.get(asked.path["flow_id"])
    status = str(asked.body().get("status", "")).upper()
    if flow is None or flow.kind != "flow" or status not in STATES:
        raise NotPossible(f"Give the id of a flow in the path, and as status one of {', '.join(STATES)}.")
    before, flow.fields["status"] = flow.fields["status"], status
    platform.world.save_thing(flow)
    tell_status(platform, flow, before)
    await platform.store.committed()
    return {"id": flow.id, "status": status}


ROUTES = [("POST", "/flows/{flow_id}", change)]
