"""A message to a group arrives at each member's phone, and each reads it; the business hears of all of them."""

from functools import partial

from parley_emulator.groups.phones import group_in
from parley_emulator.groups.spells import was_in
from parley_emulator.platform import Platform
from parley_emulator.pricing.volumes import note_charge
from parley_emulator.state.arrivals import step_of
from parley_emulator.state.records import Message, Thing
from parley_emulator.webhooks.group_statuses import tell_members

ONLY_SENT = frozenset({"reaction", "pin"})


def group_of(platform: Platform, message: Message) -> Thing | None:
    """The group that it went to; None for a message to one person."""
    return group_in(platform.world, message.wa_id)


def arrive(platform: Platform, message: Message, group: Thing) -> None:
    """At the phones that are on and did not get it yet."""
    if message.type in ONLY_SENT or message.status == "failed":
        return
    customers = platform.world.customers
    present = [each for each in group.fields["participants"] if was_in(group, each, message.at)]
    people = [customers[each] for each in present if each in customers]
    fresh = [each for each in people if each.phone_on and step_of("delivered", each.wa_id) not in message.times]
    if not fresh:
        return
    _note(platform, message, "delivered", [each.wa_id for each in fresh])
    for each in fresh:
        platform.live.tell(each.wa_id, group.id, "message")
    for each in fresh:
        note_charge(platform, message, platform.clock.now(), wa_id=each.wa_id)
        if each.auto_read:
            platform.agenda.after(platform.settings.pace.read, partial(read, platform, message, each.wa_id))


def read(platform: Platform, message: Message, wa_id: str) -> None:
    """That member saw it."""
    if step_of("delivered", wa_id) in message.times and step_of("read", wa_id) not in message.times:
        _note(platform, message, "read", [wa_id])


def _note(platform: Platform, message: Message, status: str, people: list[str]) -> None:
    now = platform.clock.now()
    message.times.setdefault(status, now)
    message.status = "read" if "read" in message.times else status
    for each in people:
        message.times[step_of(status, each)] = now
    platform.store.set_status(message)
    tell_members(platform, message, status, people)
