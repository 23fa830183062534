"""How far a message to a group is: with the platform, or with some of the members, all in one update."""

from typing import Any

from parley_emulator.customers.sight import shows_number
from parley_emulator.platform import Platform
from parley_emulator.pricing.statuses import pricing_of
from parley_emulator.state.records import Chat, Message, Number
from parley_emulator.webhooks.events import contact_of, frame
from parley_emulator.webhooks.telling import tell


def tell_members(platform: Platform, message: Message, status: str, people: list[str]) -> None:
    """``people``: the members it is about; none where it is about the message as a whole."""
    number = platform.world.numbers.get(message.number_id)
    if number is None:
        return
    chats = [platform.world.chat(number, each) for each in people]
    value: dict[str, Any] = frame(number)
    if chats:
        value["contacts"] = [contact_of(platform, chat) for chat in chats]
        value["statuses"] = [{**_status(message, status), **_member(platform, chat)} for chat in chats]
    else:
        value["statuses"] = [_status(message, status)]
    _tell(platform, number, message, value)


def _status(message: Message, status: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": message.id,
        "status": status,
        "timestamp": str(int(message.times[status])),
        "recipient_id": message.wa_id,
        "recipient_type": "group",
    }
    if message.callback_data:
        told["biz_opaque_callback_data"] = message.callback_data
    if status == "failed":
        told["errors"] = message.errors
    elif status != "read":
        told["pricing"] = pricing_of(message)
    return told


def _member(platform: Platform, chat: Chat) -> dict[str, str]:
    customer = platform.world.customers.get(chat.wa_id)
    known = {"recipient_participant_user_id": chat.user_id}
    return {"recipient_participant_id": chat.wa_id, **known} if shows_number(platform, customer, chat) else known


def _tell(platform: Platform, number: Number, message: Message, value: dict[str, Any]) -> None:
    tell(platform, f"{number.id}:{message.wa_id}", number.waba_id, "messages", value, number=number)
