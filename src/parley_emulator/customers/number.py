"""A person takes another telephone number: phone, chats and groups stay theirs, businesses are told (reference 5.4).

They get another user id as well. Nobody answers at the old number any more.
"""

import msgspec

from parley_emulator import ids
from parley_emulator.customers.sight import shows_number
from parley_emulator.customers.write import NotPossible, write
from parley_emulator.groups.phones import KINDS
from parley_emulator.platform import Platform
from parley_emulator.state.records import Chat, Customer, Thing

FEWEST, MOST = 7, 15


def change_number(platform: Platform, customer: Customer, wa_id: str) -> Customer:
    """Whoever has a chat with them hears of it from the old number, unless it is blocked. Raises NotPossible."""
    new = "".join(filter(str.isdigit, wa_id))
    if not FEWEST <= len(new) <= MOST:
        raise NotPossible(f"A phone number has {FEWEST} to {MOST} digits, with the country's code.")
    if new in platform.world.customers:
        raise NotPossible(f"There is already a customer with the number {new}.")
    own = [chat for chat in platform.world.chats.values() if chat.wa_id == customer.wa_id and chat.messages]
    for chat in own:
        _tell(platform, chat, customer, new)
    moved = msgspec.structs.replace(customer, wa_id=new)
    platform.world.save_customer(moved)
    for chat in own:
        _move(platform, chat, new)
    for group in [each for each in platform.world.things.values() if each.kind in KINDS]:
        _move_in(platform, group, customer.wa_id, new)
    platform.world.drop_customer(customer)
    platform.live.tell_all("clock")
    return moved


def _tell(platform: Platform, chat: Chat, customer: Customer, new: str) -> None:
    number = platform.world.numbers[chat.number_id]
    if chat.blocked:
        return
    told = {
        "body": f"{customer.name} changed their phone number",
        "type": "user_changed_number",
        "user_id": _user_id(platform, chat, new),
    }
    if shows_number(platform, customer, chat):
        told |= {"body": f"{customer.name} changed from {customer.wa_id} to {new}", "wa_id": new}
    write(platform, number, customer, {"type": "system", "system": told})


def _user_id(platform: Platform, chat: Chat, wa_id: str) -> str:
    number = platform.world.numbers[chat.number_id]
    return ids.user_id(number.country, platform.world.accounts[number.waba_id].business_id, wa_id)


def _move(platform: Platform, chat: Chat, new: str) -> None:
    world, old = platform.world, chat.wa_id
    world.move_chat(world.numbers[chat.number_id], chat, new, _user_id(platform, chat, new))
    for message in chat.messages:
        message.wa_id = new
        world.store.add_message(message)
    _reactions(chat, old, new)


def _move_in(platform: Platform, group: Thing, old: str, new: str) -> None:
    """In a group they stay, with all that they said."""
    spells, waiting = group.fields.get("spells", {}), group.fields["join_requests"]
    if old not in {*spells, *group.fields["participants"], *(each["wa_id"] for each in waiting.values())}:
        return
    group.fields["participants"] = [new if each == old else each for each in group.fields["participants"]]
    group.fields["join_requests"] = {
        key: {**each, "wa_id": new} if each["wa_id"] == old else each for key, each in waiting.items()
    }
    if old in spells:
        spells[new] = spells.pop(old)
    platform.world.save_thing(group)
    chat = platform.world.chats.get((group.owner, group.id))
    for message in chat.messages if chat else ():
        if message.by == old:
            message.by = new
            platform.world.store.add_message(message)
    if chat:
        _reactions(chat, old, new)


def _reactions(chat: Chat, old: str, new: str) -> None:
    for by in chat.reactions.values():
        if old in by:
            by[new] = by.pop(old)
