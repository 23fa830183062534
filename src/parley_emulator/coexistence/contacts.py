"""The address book of the phone, as ``smb_app_state_sync`` tells it."""

from typing import Any

from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Number
from parley_emulator.webhooks.events import frame
from parley_emulator.webhooks.telling import tell

TOGETHER = 50
ACTIONS = ADD, REMOVE = "add", "remove"


def tell_contacts(platform: Platform, number: Number) -> None:
    """Everybody with a thread, some in each update."""
    world = platform.world
    people = [world.customers[chat.wa_id] for chat in world.chats.values() if _is_known(platform, number, chat)]
    for start in range(0, len(people), TOGETHER):
        told = [_entry(platform, person, ADD) for person in people[start : start + TOGETHER]]
        value = {**frame(number), "state_sync": told}
        tell(platform, f"{number.id}:contacts", number.waba_id, "smb_app_state_sync", value, number=number)


def tell_contact(platform: Platform, number: Number, person: Customer, action: str) -> None:
    """Somebody was written into the phone's address book or changed there, ``add``, or taken out of it, ``remove``."""
    if action not in ACTIONS:
        raise NotPossible(f"action is one of {', '.join(ACTIONS)}.")
    if not number.fields.get("is_on_biz_app"):
        raise NotPossible("This number is not used in the Business App. Switch its coexistence on first.")
    value = {**frame(number), "state_sync": [_entry(platform, person, action)]}
    tell(platform, f"{number.id}:contacts", number.waba_id, "smb_app_state_sync", value, number=number)


def _is_known(platform: Platform, number: Number, chat: Any) -> bool:
    return chat.number_id == number.id and chat.wa_id in platform.world.customers


def _entry(platform: Platform, person: Customer, action: str) -> dict[str, Any]:
    contact = {"phone_number": person.wa_id}
    if action == ADD:
        contact |= {"full_name": person.name, "first_name": person.name.partition(" ")[0]}
    return {
        "type": "contact",
        "contact": contact,
        "action": action,
        "metadata": {"timestamp": str(int(platform.clock.now()))},
    }
