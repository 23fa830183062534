"""From the store into memory, at the start."""

import msgspec

from parley_emulator.customers.window import note_incoming
from parley_emulator.state.records import Account, Customer, Media, Number, Template, Thing
from parley_emulator.state.world import World


def load(world: World) -> None:
    """All of it."""
    for _, value in world.store.records("number"):
        world.hold_number(msgspec.json.decode(value, type=Number))
    for key, value in world.store.records("account"):
        world.accounts[key] = msgspec.json.decode(value, type=Account)
    for key, value in world.store.records("thing"):
        world.things[key] = msgspec.json.decode(value, type=Thing)
    for _, value in world.store.records("template"):
        world.hold_template(msgspec.json.decode(value, type=Template))
    for key, value in world.store.records("customer"):
        world.customers[key] = msgspec.json.decode(value, type=Customer)
    for key, value in world.store.records("media"):
        world.media[key] = msgspec.json.decode(value, type=Media)
    _load_chats(world)
    _load_messages(world)


def _load_chats(world: World) -> None:
    for key, value in world.store.records("chat"):
        number_id, wa_id = key.split(":", 1)
        if number := world.numbers.get(number_id):
            chat = world.chat(number, wa_id)
            marks = msgspec.json.decode(value)
            chat.blocked, chat.reported, chat.reason = marks["blocked"], marks["reported"], marks["reason"]
            chat.owner, chat.number_used_at = marks.get("owner", ""), marks.get("number_used_at", 0.0)
            world.rename(number, chat, marks.get("user_id") or chat.user_id)


def _load_messages(world: World) -> None:
    for message in world.store.messages():
        number = world.numbers.get(message.number_id)
        if number is None:
            continue
        chat = world.chat(number, message.wa_id)
        if message.fate == "fetch" and message.status != "accepted":
            message.fate = "deliver"
        world.hold_message(chat, message)
        if message.incoming:
            note_incoming(chat, message)
        elif message.free_entry and not chat.free_entry_until:
            chat.free_entry_until = message.at + 72 * 3600
        if not message.incoming and message.status == "delivered" and message.type != "reaction":
            chat.unread += 1
