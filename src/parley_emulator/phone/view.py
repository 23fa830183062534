"""Chats and messages as the phone page wants them."""

from typing import Any

from parley_emulator.messages import show
from parley_emulator.phone.changes import changes_of, original_of
from parley_emulator.phone.parts import parts_of
from parley_emulator.state.records import Chat, Message
from parley_emulator.state.world import World

SHOWN = {"accepted": "sent"}


def phone_message(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    """One bubble. On this phone the customer's own messages are "from me"."""
    reactions = chat.reactions.get(message.id, {})
    return {
        "id": message.id,
        "from_me": message.incoming,
        "context_id": message.context_id or None,
        "reactions": [{"emoji": emoji, "from_me": mine} for mine, emoji in reactions.items()],
        "status": SHOWN.get(message.status, message.status),
        "at": message.at,
        **show(message, world),
        **parts_of(message, world),
        **changes_of(chat, message),
    }


def visible(chat: Chat) -> list[Message]:
    """What has arrived on the phone; reactions and changes show on other messages."""
    ids = {message.id for message in chat.messages if message.incoming}
    shown = (message for message in chat.messages if message.type != "reaction" and has_arrived(message))
    return [message for message in shown if original_of(message) not in ids]


def has_arrived(message: Message) -> bool:
    """One's own, or delivered."""
    return message.incoming or "delivered" in message.times or "read" in message.times


def phone_chat(world: World, chat: Chat) -> dict[str, Any]:
    """One line of the list."""
    number = world.numbers[chat.number_id]
    messages = visible(chat)
    return {
        "phone_number_id": chat.number_id,
        "name": number.verified_name,
        "last_message": _last(world, chat, messages[-1]) if messages else None,
        "unread": chat.unread,
        "blocked": chat.blocked,
    }


def _last(world: World, chat: Chat, message: Message) -> dict[str, Any]:
    shown = {**show(message, world), **changes_of(chat, message)}
    media = shown.get("media") or {}
    text = shown.get("text") or media.get("caption") or media.get("filename") or message.type.capitalize()
    return {
        "text": text,
        "from_me": message.incoming,
        "at": message.at,
        "status": SHOWN.get(message.status, message.status),
    }
