"""What a member of a group does: come in by the link, withdraw, leave, write, read."""

from typing import Any

from parley_emulator import ids
from parley_emulator.customers.window import note_incoming
from parley_emulator.customers.write import NotPossible, as_told, message_of
from parley_emulator.groups.delivery import read
from parley_emulator.groups.events import tell_group
from parley_emulator.groups.membership import is_full, let_go, let_in
from parley_emulator.groups.naming import named
from parley_emulator.groups.news import LEFT
from parley_emulator.groups.phones import tell_members
from parley_emulator.groups.spells import is_in
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Message, Thing
from parley_emulator.webhooks.events import tell_message


def join(platform: Platform, group: Thing, customer: Customer) -> str:
    """Empty for who is in at once, else the id of the request. Raises NotPossible."""
    if not group.fields["invite_link"]:
        raise NotPossible("No link leads into this group.")
    if is_in(group, customer.wa_id):
        return ""
    if is_full(group):
        raise NotPossible("This group is full.")
    if group.fields["join_approval_mode"] == "auto_approve":
        let_in(platform, group, [customer.wa_id])
        added: dict[str, Any] = {
            "reason": "invite_link",
            "added_participants": [named(platform, group, customer.wa_id)],
        }
        tell_group(platform, group, "group_participants_update", "group_participants_add", **added)
        return ""
    if asked_before := request_of(group, customer):
        return asked_before
    request = ids.digits(16)
    group.fields["join_requests"][request] = {"wa_id": customer.wa_id, "at": int(platform.clock.now())}
    platform.world.save_thing(group)
    asked = {"join_request_id": request, **named(platform, group, customer.wa_id)}
    tell_group(platform, group, "group_participants_update", "group_join_request_created", **asked)
    return request


def request_of(group: Thing, customer: Customer) -> str:
    """The id of the request that waits for the business; empty without one."""
    waiting: dict[str, Any] = group.fields["join_requests"]
    return next((request for request, each in waiting.items() if each["wa_id"] == customer.wa_id), "")


def withdraw(platform: Platform, group: Thing, customer: Customer) -> None:
    """Does not want to come in after all. Raises NotPossible."""
    request = request_of(group, customer)
    if not request:
        raise NotPossible(f"{customer.name} did not ask to come in.")
    del group.fields["join_requests"][request]
    platform.world.save_thing(group)
    told = {"join_request_id": request, **named(platform, group, customer.wa_id)}
    tell_group(platform, group, "group_participants_update", "group_join_request_revoked", **told)


def leave(platform: Platform, group: Thing, customer: Customer) -> None:
    """Not in it any more. Raises NotPossible."""
    _demand_member(group, customer)
    let_go(platform, group, [customer.wa_id], LEFT)
    gone: dict[str, Any] = {
        "removed_participants": [named(platform, group, customer.wa_id)],
        "initiated_by": "participant",
    }
    tell_group(platform, group, "group_participants_update", "group_participants_remove", **gone)


def write_in(platform: Platform, group: Thing, customer: Customer, body: dict[str, Any]) -> Message:
    """As in a chat, with the group's id; it opens the window of the group. Raises NotPossible."""
    _demand_member(group, customer)
    if group.fields["suspended"]:
        raise NotPossible("WhatsApp has suspended this group. Nobody can write in it.")
    number = platform.world.numbers[group.owner]
    own, chat = platform.world.chat(number, customer.wa_id), platform.world.chat(number, group.id)
    told = {**as_told(platform, number, own, body), "group_id": group.id}
    message = message_of(platform, chat, told)
    message.by = customer.wa_id
    platform.world.add_message(chat, message)
    note_incoming(chat, message)
    group.fields.setdefault("seen", {})[customer.wa_id] = message.seq
    platform.world.save_thing(group)
    platform.rates.note_throughput(number, message.at)
    tell_message(platform, number, own, told)
    tell_members(platform, group, "message")
    return message


def read_in(platform: Platform, group: Thing, customer: Customer) -> None:
    """The member opened the group. Raises NotPossible."""
    _demand_member(group, customer)
    chat = platform.world.chat(platform.world.numbers[group.owner], group.id)
    for message in chat.messages:
        if not message.incoming:
            read(platform, message, customer.wa_id)
    seen = group.fields.setdefault("seen", {})
    if chat.messages and seen.get(customer.wa_id) != chat.messages[-1].seq:
        seen[customer.wa_id] = chat.messages[-1].seq
        platform.world.save_thing(group)


def _demand_member(group: Thing, customer: Customer) -> None:
    if not is_in(group, customer.wa_id):
        raise NotPossible(f"{customer.name} is not in this group.")
