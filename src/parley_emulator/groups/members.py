"""What a member of a group does: come in by the link, leave, write, read."""

from typing import Any

from parley_emulator import ids
from parley_emulator.customers.window import note_incoming
from parley_emulator.customers.write import NotPossible, as_told, message_of
from parley_emulator.groups.delivery import read
from parley_emulator.groups.events import tell_group
from parley_emulator.groups.naming import named
from parley_emulator.platform import Platform
from parley_emulator.state.records import Customer, Message, Thing
from parley_emulator.webhooks.events import tell_message


def join(platform: Platform, group: Thing, customer: Customer) -> str:
    """Empty for who is in at once, else the id of the request. Raises NotPossible."""
    if not group.fields["invite_link"]:
        raise NotPossible("No link leads into this group.")
    if group.fields["join_approval_mode"] == "auto_approve":
        group.fields["participants"] = list(dict.fromkeys([*group.fields["participants"], customer.wa_id]))
        platform.world.save_thing(group)
        added: dict[str, Any] = {
            "reason": "invite_link",
            "added_participants": [named(platform, group, customer.wa_id)],
        }
        tell_group(platform, group, "group_participants_update", "group_participants_add", **added)
        return ""
    request = ids.digits(16)
    group.fields["join_requests"][request] = {"wa_id": customer.wa_id, "at": int(platform.clock.now())}
    platform.world.save_thing(group)
    asked = {"join_request_id": request, **named(platform, group, customer.wa_id)}
    tell_group(platform, group, "group_participants_update", "group_join_request_created", **asked)
    return request


def leave(platform: Platform, group: Thing, customer: Customer) -> None:
    """Not in it any more. Raises NotPossible."""
    _demand_member(group, customer)
    group.fields["participants"] = [each for each in group.fields["participants"] if each != customer.wa_id]
    platform.world.save_thing(group)
    gone: dict[str, Any] = {
        "removed_participants": [named(platform, group, customer.wa_id)],
        "initiated_by": "participant",
    }
    tell_group(platform, group, "group_participants_update", "group_participants_remove", **gone)


def write_in(platform: Platform, group: Thing, customer: Customer, body: dict[str, Any]) -> Message:
    """As in a chat, with the group's id; it opens the window of the group. Raises NotPossible."""
    _demand_member(group, customer)
    number = platform.world.numbers[group.owner]
    own, chat = platform.world.chat(number, customer.wa_id), platform.world.chat(number, group.id)
    told = {**as_told(platform, number, own, body), "group_id": group.id}
    message = message_of(platform, chat, told)
    message.by = customer.wa_id
    platform.world.add_message(chat, message)
    note_incoming(chat, message)
    tell_message(platform, number, own, told)
    return message


def read_in(platform: Platform, group: Thing, customer: Customer) -> None:
    """The member opened the group. Raises NotPossible."""
    _demand_member(group, customer)
    number = platform.world.numbers[group.owner]
    for message in platform.world.chat(number, group.id).messages:
        if not message.incoming:
            read(platform, message, customer.wa_id)


def _demand_member(group: Thing, customer: Customer) -> None:
    if customer.wa_id not in group.fields["participants"]:
        raise NotPossible(f"{customer.name} is not in this group.")
