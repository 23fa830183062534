"""Calls: begun, taken, refused and ended by the business. No voice goes through the local platform."""

import secrets
from typing import Any

from parley_emulator.calls.permissions import note
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.state.records import Number, Thing
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell

NODE = "number"
EDGE = "calls"
NEXT = {"pre_accept": "PRE_ACCEPTED", "accept": "ACCEPTED", "reject": "REJECTED", "terminate": "COMPLETED"}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """``action``: connect, pre_accept, accept, reject or terminate."""
    action = call.param("action").lower()
    if action == "connect":
        return await _connect(platform, call, number)
    if action not in NEXT:
        raise Refusal(100, f"Param action must be one of connect, {', '.join(NEXT)}.")
    thing = platform.world.things.get(call.param("call_id"))
    if thing is None or thing.kind != "call" or thing.owner != number.id or thing.fields["ended"]:
        raise Refusal(138000, "Param call_id names no call that goes on.")
    if action in {"pre_accept", "accept"}:
        _session(call)
    thing.fields |= {"status": NEXT[action], "ended": action in {"reject", "terminate"}}
    platform.world.save_thing(thing)
    if thing.fields["ended"]:
        _tell(platform, number, thing, "terminate", status=NEXT[action])
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "success": True}


async def _connect(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    wa_id = text_in(call.body, "to", "", 20).lstrip("+")
    _session(call)
    fields = {"to": wa_id, "status": "RINGING", "ended": False}
    thing = Thing(id=f"wacid.{secrets.token_urlsafe(18)}", kind="call", owner=number.id, fields=fields)
    platform.world.save_thing(thing)
    note(platform, number, wa_id, "called")
    _tell(platform, number, thing, "connect")
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "calls": [{"id": thing.id}], "success": True}


def _session(call: Call) -> None:
    session = object_in({"session": call.value("session")}, "session", "")
    text_in(session, "sdp", "session", 65_536)
    if text_in(session, "sdp_type", "session", 10).lower() not in {"offer", "answer"}:
        raise Refusal(100, "session.sdp_type must be offer or answer.")


def _tell(platform: Platform, number: Number, thing: Thing, event: str, **more: Any) -> None:
    told = {
        "id": thing.id,
        "event": event,
        "direction": "BUSINESS_INITIATED",
        "from": number.digits,
        "to": thing.fields["to"],
        "timestamp": str(int(platform.clock.now())),
        **more,
    }
    contact = contact_of(platform, platform.world.chat(number, thing.fields["to"]))
    value = {**frame(number), "contacts": [contact], "calls": [told]}
    tell(platform, f"call:{thing.id}", number.waba_id, "calls", value)
