"""A message as the tester sees it."""

from typing import Any

from parley_emulator.messages import show
from parley_emulator.state.records import Message
from parley_emulator.state.world import World


def in_thread(message: Message) -> dict[str, Any]:
    """Both directions; times in seconds of the platform's clock."""
    return {
        "id": message.id,
        "direction": "in" if message.incoming else "out",
        "phone_number_id": message.number_id,
        "type": message.type,
        message.type: message.object(),
        "context_id": message.context_id or None,
        "callback_data": message.callback_data or None,
        "category": message.category or None,
        "at": message.at,
        "status": message.status,
        "times": message.times,
        "errors": message.errors,
    }


def in_sends(message: Message, world: World) -> dict[str, Any]:
    """One accepted send, short."""
    return {
        "number": message.number_id,
        "to": message.wa_id,
        "wamid": message.id,
        "callback_data": message.callback_data or None,
        "type": message.type,
        "text": show(message, world).get("text"),
        "content": message.object(),
        "at": message.at,
        "status": message.status,
    }
