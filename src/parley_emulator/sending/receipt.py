"""Blue ticks for the customer, and the sign that somebody is writing."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.groups.phones import tell_phones
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import names_whatsapp, object_in, text_in
from parley_emulator.state.records import Number

KEPT = 30 * 86_400


async def mark_read(platform: Platform, number: Number, body: dict[str, Any]) -> dict[str, Any]:
    """That message and all before it are read. Raises Refusal."""
    if not names_whatsapp(body.get("messaging_product")):
        raise Refusal(131008, "The parameter messaging_product is required.")
    message_id = text_in(body, "message_id", "", 1000)
    last = platform.world.messages.get(message_id)
    now = platform.clock.now()
    if (
        last is None
        or not last.incoming
        or "delivered" not in last.times
        or last.number_id != number.id
        or now > last.at + KEPT
    ):
        raise Refusal(131009, "message_id is not a message received in the last 30 days.")
    for message in platform.world.chats[(number.id, last.wa_id)].messages:
        if message.incoming and message.seq <= last.seq and message.status == "delivered":
            message.status = "read"
            message.times["read"] = now
            platform.store.set_status(message)
    if body.get("typing_indicator") is not None:
        if text_in(object_in(body, "typing_indicator"), "type", "typing_indicator", 20).lower() != "text":
            raise Refusal(131009, "typing_indicator.type must be text.")
        tell_phones(platform, number.id, last.wa_id, "typing")
    tell_phones(platform, number.id, last.wa_id, "status")
    await platform.store.committed()
    return {"success": True}
