"""What the business is told of a call: that it begins and ends, and whether the phone rings, is answered or is not."""

from typing import Any

from parley_emulator.customers.sight import shows_number
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell

BY_BUSINESS, BY_USER = "BUSINESS_INITIATED", "USER_INITIATED"


def tell_event(platform: Platform, number: Number, call: Thing, event: str, **more: Any) -> None:
    """``connect`` with a session, or ``terminate`` with what came of it."""
    told: dict[str, Any] = {
        "id": call.id,
        "event": event,
        "direction": call.fields["direction"],
        "timestamp": str(int(platform.clock.now())),
        **_parties(platform, number, call),
        **more,
    }
    _tell(platform, number, call, "calls", {**told, **_callback(call)})


def tell_progress(platform: Platform, number: Number, call: Thing, status: str) -> None:
    """RINGING, ACCEPTED or REJECTED: only of a call that the business began."""
    told: dict[str, Any] = {
        "id": call.id,
        "type": "call",
        "status": status,
        "timestamp": str(int(platform.clock.now())),
        "recipient_user_id": platform.world.chat(number, call.fields["wa_id"]).user_id,
    }
    if _is_seen(platform, number, call):
        told["recipient_id"] = call.fields["wa_id"]
    _tell(platform, number, call, "statuses", {**told, **_callback(call)})


def _parties(platform: Platform, number: Number, call: Thing) -> dict[str, str]:
    person, business = ("to", "from") if call.fields["direction"] == BY_BUSINESS else ("from", "to")
    parties = {business: number.digits, f"{person}_user_id": platform.world.chat(number, call.fields["wa_id"]).user_id}
    return parties | ({person: call.fields["wa_id"]} if _is_seen(platform, number, call) else {})


def _is_seen(platform: Platform, number: Number, call: Thing) -> bool:
    wa_id = call.fields["wa_id"]
    return shows_number(platform, platform.world.customers.get(wa_id), platform.world.chat(number, wa_id))


def _callback(call: Thing) -> dict[str, str]:
    data = call.fields.get("callback_data")
    return {"biz_opaque_callback_data": data} if data else {}


def _tell(platform: Platform, number: Number, call: Thing, name: str, told: dict[str, Any]) -> None:
    contact = contact_of(platform, platform.world.chat(number, call.fields["wa_id"]))
    tell(platform, f"call:{call.id}", number.waba_id, "calls", {**frame(number), "contacts": [contact], name: [told]})
