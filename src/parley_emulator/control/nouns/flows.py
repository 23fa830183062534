"""Forms in the chat, as the platform's own watch over their endpoints sees them."""

from typing import Any

from parley_emulator.control.asked import Asked, the_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.flows.endpoint import EndpointFault, ping
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


async def check(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{phone_number_id}``: asks the form's server whether it is well, as the platform does from time to time."""
    flow = platform.world.things.get(asked.path["flow_id"])
    if flow is None or flow.kind != "flow":
        raise NotPossible("Give the id of a flow in the path.")
    try:
        well = await ping(platform, the_number(platform, str(asked.body().get("phone_number_id", ""))), flow)
    except EndpointFault as fault:
        return {"active": False, "why": str(fault)}
    return {"active": well, "why": "" if well else "The form's server did not say that it is active."}


ROUTES = [("POST", "/flows/{flow_id}", change), ("POST", "/flows/{flow_id}/ping", check)]
