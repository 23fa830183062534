"""The updates the platform sends, each put together here and handed to the queue."""

from typing import Any

from parley_emulator.customers.sight import shows_number
from parley_emulator.platform import Platform
from parley_emulator.pricing.statuses import add_price
from parley_emulator.state.identity_keys import is_checked, key_of
from parley_emulator.state.records import Chat, Message, Number, Template
from parley_emulator.webhooks.telling import tell

# Those whose threads our application only looks at.
ELSEWHERE = frozenset({"other_app", "ai_agent"})


def frame(number: Number) -> dict[str, Any]:
    """What every ``messages`` value begins with."""
    metadata = {"display_phone_number": number.digits, "phone_number_id": number.id}
    return {"messaging_product": "whatsapp", "metadata": metadata}


def tell_status(platform: Platform, message: Message) -> None:
    """How far a message of the business is."""
    number = platform.world.numbers.get(message.number_id)
    if number is None:
        return
    chat = platform.world.chat(number, message.wa_id)
    value = frame(number)
    if message.status != "failed":
        value["contacts"] = [contact_of(platform, chat)]
    if message.status == "sent":  # the one status whose contact goes by no user name
        value["contacts"][0].get("profile", {}).pop("username", None)
    value["statuses"] = [status_of(message, chat)]
    customer = platform.world.customers.get(message.wa_id)
    if not shows_number(platform, customer, chat):
        del value["statuses"][0]["recipient_id"]
    if message.by:
        _tell_of_others(platform, number, chat, message, value)
        return
    tell(platform, f"{number.id}:{message.wa_id}", number.waba_id, "messages", value, number=number)


def status_of(message: Message, chat: Chat) -> dict[str, Any]:
    """One status as webhooks carry it."""
    name = message.status
    status: dict[str, Any] = {
        "id": message.id,
        "status": name,
        "timestamp": str(int(message.times[name])),
        "recipient_id": message.wa_id,
        "recipient_user_id": chat.user_id,
    }
    if message.callback_data:
        status["biz_opaque_callback_data"] = message.callback_data
    if message.template_id:
        status["template_id"] = message.template_id
    if name == "failed":
        status["errors"] = message.errors
    elif message.type != "reaction" and (name != "read" or "delivered" not in message.times):
        add_price(status, message, chat)
    return status


def tell_message(platform: Platform, number: Number, chat: Chat, message: dict[str, Any]) -> None:
    """A customer wrote."""
    value = frame(number)
    if message.get("type") != "system":
        value["contacts"] = [contact_of(platform, chat)]
    value["messages"] = [message]
    if chat.owner in ELSEWHERE:
        _tell_looking_on(platform, number, chat, value)
        return
    tell(platform, f"{number.id}:{chat.wa_id}", number.waba_id, "messages", value, number=number)


def _tell_of_others(platform: Platform, number: Number, chat: Chat, message: Message, value: dict[str, Any]) -> None:
    """Nobody hears how far a message is that a person wrote in the Business App."""
    if message.by in ELSEWHERE:
        _tell_looking_on(platform, number, chat, value)


def _tell_looking_on(platform: Platform, number: Number, chat: Chat, value: dict[str, Any]) -> None:
    """``standby`` has the same lists, one level deeper."""
    lists = {name: value[name] for name in ("contacts", "messages", "statuses") if name in value}
    told = {**frame(number), "standby": lists}
    tell(platform, f"{number.id}:{chat.wa_id}", number.waba_id, "standby", told)


def tell_preference(platform: Platform, number: Number, chat: Chat, value: str) -> None:
    """A customer stopped marketing, or takes it again: ``stop`` or ``resume``."""
    detail = "stop" if value == "stop" else "resume"
    body = frame(number)
    body["contacts"] = [contact_of(platform, chat)]
    body["user_preferences"] = [
        {
            "wa_id": chat.wa_id,
            "user_id": chat.user_id,
            "detail": f"User requested to {detail} marketing messages",
            "category": "marketing_messages",
            "value": value,
            "timestamp": int(platform.clock.now()),
        }
    ]
    if not shows_number(platform, platform.world.customers.get(chat.wa_id), chat):
        del body["user_preferences"][0]["wa_id"]
    tell(platform, f"{number.id}:{chat.wa_id}", number.waba_id, "user_preferences", body, number=number)


def tell_template(
    platform: Platform, template: Template, event: str, reason: str = "NONE", **more: dict[str, str] | None
) -> None:
    """A template was approved, rejected, paused … ``more``: other_info, disable_info, rejection_info."""
    value: dict[str, Any] = {
        "event": event,
        "message_template_id": int(template.id),
        "message_template_name": template.name,
        "message_template_language": template.language,
        "reason": reason,
        "message_template_category": template.category,
    }
    value |= {name: told for name, told in more.items() if told}
    now = int(platform.clock.now())
    tell(platform, f"template:{template.id}", template.waba_id, "message_template_status_update", value, at=now)


def contact_of(platform: Platform, chat: Chat) -> dict[str, Any]:
    """The person as webhooks name them."""
    customer = platform.world.customers.get(chat.wa_id)
    contact: dict[str, Any] = {"wa_id": chat.wa_id, "user_id": chat.user_id}
    if customer is None:
        return contact
    if not shows_number(platform, customer, chat):
        del contact["wa_id"]
    if is_checked(platform.world.numbers[chat.number_id]):
        contact["identity_key_hash"] = key_of(customer)
    profile = {"name": customer.name, "username": customer.username} if customer.username else {"name": customer.name}
    return {"profile": profile, **contact}
