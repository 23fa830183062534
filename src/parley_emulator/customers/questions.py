"""Questions about an item of the catalogue: the message names it, on the phone and to the business."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Message, Thing
from parley_emulator.state.world import World

KIND = "question"


def note_question(platform: Platform, chat: Chat, told: dict[str, Any]) -> None:
    """Kept beside the message: few of them ask about an item."""
    asked = (told.get("context") or {}).get("referred_product")
    if isinstance(asked, dict):
        thing = Thing(id=_id(str(told["id"])), kind=KIND, owner=chat.number_id, fields={"product": _of(asked)})
        platform.world.save_thing(thing)


def asked_about(world: World, message: Message) -> str:
    """The business's own number for the item, empty for all other messages."""
    found = world.things.get(_id(message.id))
    return str(found.fields["product"]) if found is not None else ""


def _of(asked: dict[str, Any]) -> str:
    return str(asked.get("product_retailer_id") or "")


def _id(message_id: str) -> str:
    return f"{KIND}:{message_id}"
