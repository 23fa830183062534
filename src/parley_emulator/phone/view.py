"""Chats and messages as the phone page wants them."""

from typing import Any

from parley_emulator.customers.questions import asked_about
from parley_emulator.messages import show
from parley_emulator.phone.changes import changes_of, original_of
from parley_emulator.phone.parts import parts_of
from parley_emulator.phone.shop import named_item, with_items
from parley_emulator.state.records import Chat, Message
from parley_emulator.state.world import World

SHOWN = {"accepted": "sent"}
BESIDE = frozenset({"reaction", "pin"})


def phone_message(world: World, chat: Chat, message: Message, wa_id: str) -> dict[str, Any]:
    """One bubble on that person's phone, where their own messages are "from me"."""
    reactions = chat.reactions.get(message.id, {})
    shown = {
        "id": message.id,
        "from_me": message.author == wa_id,
        "context_id": message.context_id or None,
        "reactions": [{"emoji": emoji, "from_me": by == wa_id} for by, emoji in reactions.items()],
        "status": SHOWN.get(message.status, message.status),
        "at": message.at,
        **show(message, world),
        **parts_of(message, world),
        **changes_of(chat, message),
    }
    number = world.numbers[chat.number_id]
    if asked := asked_about(world, message):
        shown["about"] = named_item(world, number, asked)
    return with_items(world, number, shown)


def visible(chat: Chat) -> list[Message]:
    """What has arrived on the phone; reactions and changes show on other messages."""
    return without_changes(chat, [message for message in chat.messages if has_arrived(message)])


def without_changes(chat: Chat, messages: list[Message]) -> list[Message]:
    """Those that stand for themselves."""
    ids = {message.id for message in chat.messages if message.incoming}
    return [each for each in messages if each.type not in BESIDE and original_of(each) not in ids]


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
        "last_message": last_line(world, chat, messages[-1], chat.wa_id) if messages else None,
        "unread": chat.unread,
        "blocked": chat.blocked,
    }


def last_line(world: World, chat: Chat, message: Message, wa_id: str) -> dict[str, Any]:
    """The newest message, as the list of chats has it."""
    shown = {**show(message, world), **changes_of(chat, message)}
    media = shown.get("media") or {}
    text = shown.get("text") or media.get("caption") or media.get("filename") or message.type.capitalize()
    return {
        "text": text,
        "from_me": message.author == wa_id,
        "at": message.at,
        "status": SHOWN.get(message.status, message.status),
    }
