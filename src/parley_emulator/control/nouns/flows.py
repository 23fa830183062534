"""Forms in the chat, as the platform's own watch over their endpoints sees them."""

from typing import Any

from parley_emulator.control.asked import Asked, the_number
from parley_emulator.customers.write import NotPossible
from parley_emulator.flows.endpoint import EndpointFault, ping
from parley_emulator.flows.events import tell_alert, tell_status
from parley_emulator.platform import Platform

ALERTED = ("ACTIVATED", "DEACTIVATED")
# Each with the figures that Meta's page of the field names, as an example.
ALERTS: dict[str, dict[str, Any]] = {
    "CLIENT_ERROR_RATE": {"error_rate": 14.28, "threshold": 10, "errors": []},
    "ENDPOINT_ERROR_RATE": {"error_rate": 14.28, "threshold": 10, "errors": []},
    "ENDPOINT_LATENCY": {"p50_latency": 500, "p90_latency": 1_500, "requests_count": 34, "threshold": 1_000},
    "ENDPOINT_AVAILABILITY": {"availability": 85, "threshold": 90},
}
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


async def alert(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{event, alert_state?, …}``: the platform finds that figure too high or too low; what else is said is told."""
    flow, body = platform.world.things.get(asked.path["flow_id"]), asked.body()
    event, state = (str(body.pop(name, "")).upper() for name in ("event", "alert_state"))
    state = state or ALERTED[0]
    if flow is None or flow.kind != "flow" or event not in ALERTS or state not in ALERTED:
        words = f"an event of {', '.join(ALERTS)}, and an alert_state of {', '.join(ALERTED)}"
        raise NotPossible(f"Give the id of a flow in the path, {words}.")
    tell_alert(platform, flow, event, {**ALERTS[event], "alert_state": state, **body})
    await platform.store.committed()
    return {"id": flow.id, "event": event}


ROUTES = [
    ("POST", "/flows/{flow_id}/alert", alert),
    ("POST", "/flows/{flow_id}", change),
    ("POST", "/flows/{flow_id}/ping", check),
]
