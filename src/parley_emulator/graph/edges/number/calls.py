"""Calls: begun, taken, refused and ended by the business. No voice goes through the local platform."""

from typing import Any

from parley_emulator.calls.ability import demand_calling
from parley_emulator.calls.course import answer, begin, end, refuse
from parley_emulator.calls.customer import calls_of
from parley_emulator.calls.news import BY_BUSINESS, BY_USER
from parley_emulator.calls.permissions import demand_call
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.state.records import Number, Thing

NODE = "number"
EDGE = "calls"
ACTIONS = ("pre_accept", "accept", "reject", "terminate")


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """``action``: connect, pre_accept, accept, reject or terminate."""
    action = call.param("action").lower()
    if action == "connect":
        return await _connect(platform, call, number)
    if action not in ACTIONS:
        raise Refusal(100, f"Param action must be one of connect, {', '.join(ACTIONS)}.")
    thing = platform.world.things.get(call.param("call_id"))
    if thing is None or thing.kind != "call" or thing.owner != number.id or thing.fields["ended"]:
        raise Refusal(100, "Param call_id names no call that goes on.")
    _act(platform, call, number, thing, action)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "success": True}


def _act(platform: Platform, call: Call, number: Number, thing: Thing, action: str) -> None:
    if action == "terminate":
        end(platform, number, thing)
        return
    if thing.fields["direction"] != BY_USER:
        raise Refusal(100, f"Only a call of the user can be answered with {action}.")
    if action == "reject":
        refuse(platform, number, thing)
        return
    _session(call)
    if action == "accept":
        answer(platform, number, thing)


async def _connect(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    wa_id = _callee(platform, call, number)
    _session(call)
    demand_calling(platform, number)
    if platform.world.accounts[number.waba_id].fields.get("payment_problem"):
        raise Refusal(131044, "There is a problem with the payment method of the account.")
    callback = text_in(call.body, "biz_opaque_callback_data", "", 512, required=False)
    demand_call(platform, number, wa_id)
    if any(each.owner == number.id and not each.fields["ended"] for each in calls_of(platform.world, wa_id)):
        raise Refusal(138003, "A call with this user goes on already.")
    thing = begin(platform, number, wa_id, BY_BUSINESS, callback)
    await platform.store.committed()
    return {"messaging_product": "whatsapp", "calls": [{"id": thing.id}], "success": True}


def _callee(platform: Platform, call: Call, number: Number) -> str:
    """``to``, a number, counts before ``recipient``, a user id."""
    if call.param("to"):
        wa_id = wa_id_of(text_in(call.body, "to", "", 32), number.country, platform.world.customers)
        if not wa_id:
            raise Refusal(131009, "Param to is not a phone number.")
        return wa_id
    recipient = text_in(call.body, "recipient", "", 150)
    found = platform.world.by_user_id.get((number.waba_id, recipient))
    if found is None:
        raise Refusal(131009, "Param recipient names no user of this business.")
    return found


def _session(call: Call) -> None:
    session = object_in({"session": call.value("session")}, "session", "")
    text_in(session, "sdp", "session", 65_536)
    if text_in(session, "sdp_type", "session", 10).lower() not in {"offer", "answer"}:
        raise Refusal(100, "session.sdp_type must be offer or answer.")
