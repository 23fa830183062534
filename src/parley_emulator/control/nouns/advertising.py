"""What Meta sees of advertisements and of marketing: who bought or showed interest, who followed a link."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound, the_number
from parley_emulator.platform import Platform
from parley_emulator.state.records import Message, Number
from parley_emulator.webhooks.events import frame
from parley_emulator.webhooks.telling import tell

EVENTS = ("LeadSubmitted", "Purchase")
COMPONENTS = ("body", "cta")


async def automatic_event(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{message_id, event, currency?, value?, ctwa_clid?}``: a message of a chat that began with an advertisement.

    ``value``: thousandths of the currency, of a purchase only.
    """
    number, body = the_number(platform, asked.path["phone_number_id"]), asked.body()
    message, name = _message(platform, number, str(body.get("message_id")), incoming=True), str(body.get("event"))
    if name not in EVENTS:
        raise ValueError(f"event must be one of {', '.join(EVENTS)}.")
    if not platform.world.chats[(number.id, message.wa_id)].referral_at:
        raise ValueError("The chat did not begin with an advertisement: send a message with a referral first.")
    told: dict[str, Any] = {"id": message.id, "event_name": name, "timestamp": int(platform.clock.now())}
    if body.get("ctwa_clid"):
        told["ctwa_clid"] = str(body["ctwa_clid"])
    if name == "Purchase":
        value = body.get("value")
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ValueError("Give value, a whole number of thousandths of the currency.")
        told["custom_data"] = {"currency": str(body.get("currency") or "USD").upper(), "value": value}
    _tell(platform, number, message, "automatic_events", {"automatic_events": [told]})
    await platform.store.committed()
    return told


async def link_click(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{message_id, component?, product_id?, landed?}``: somebody followed a link of a marketing message.

    ``landed``: and the page behind it opened in WhatsApp, which is told as an action of its own.
    """
    number, body = the_number(platform, asked.path["phone_number_id"]), asked.body()
    message = _message(platform, number, str(body.get("message_id")), incoming=False)
    component = str(body.get("component") or "cta")
    if component not in COMPONENTS or not message.category.startswith("marketing"):
        raise ValueError(f"component must be one of {', '.join(COMPONENTS)}, and the message one of marketing.")
    data = {"click_component": component, "click_id": f"click-{message.seq}", "tracking_token": f"token-{message.seq}"}
    if body.get("product_id"):
        data["product_id"] = str(body["product_id"])
    kind, now = "marketing_messages_link_click", str(int(platform.clock.now()))
    told = {"action_type": kind, "timestamp": now, f"{kind}_data": data}
    _tell(platform, number, message, "messages", {"user_actions": [told]})
    if body.get("landed"):
        data = {name: data[name] for name in ("click_id", "tracking_token")}
        landed = {"action_type": "landing_page_view", "timestamp": now, f"{kind}_data": data}
        _tell(platform, number, message, "messages", {"user_actions": [landed]})
    await platform.store.committed()
    return told


def _message(platform: Platform, number: Number, message_id: str, *, incoming: bool) -> Message:
    found = platform.world.messages.get(message_id)
    if found is None or found.number_id != number.id or found.incoming is not incoming:
        whose = "a customer of" if incoming else "the business with"
        raise NotFound(f"There is no message {message_id} from {whose} this number.")
    return found


def _tell(platform: Platform, number: Number, message: Message, field: str, value: dict[str, Any]) -> None:
    lane = f"{number.id}:{message.wa_id}"
    tell(platform, lane, number.waba_id, field, {**frame(number), **value}, number=number)


ROUTES = [
    ("POST", "/numbers/{phone_number_id}/automatic-event", automatic_event),
    ("POST", "/numbers/{phone_number_id}/link-click", link_click),
]
