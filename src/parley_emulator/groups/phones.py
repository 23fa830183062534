"""The phones that show a chat: that of one person, or those of all members of a group."""

from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing
from parley_emulator.state.world import World

GROUP, FORMER = "group", "former_group"
KINDS = (GROUP, FORMER)


def group_in(world: World, group_id: str) -> Thing | None:
    """The group of that id."""
    found = world.things.get(group_id)
    return found if found is not None and found.kind == GROUP else None


def group_on_phone(world: World, group_id: str) -> Thing | None:
    """The same, or one that the business deleted: who was in it can still read it."""
    found = world.things.get(group_id)
    return found if found is not None and found.kind in KINDS else None


def tell_phones(platform: Platform, number_id: str, wa_id: str, kind: str) -> None:
    """Something of that kind happened in the chat of that number with that person, or in that group."""
    group = group_in(platform.world, wa_id)
    if group is None:
        platform.live.tell(wa_id, number_id, kind)
    else:
        tell_members(platform, group, kind)


def tell_members(platform: Platform, group: Thing, kind: str) -> None:
    """On the phone a group goes by its own id."""
    for each in group.fields["participants"]:
        platform.live.tell(each, group.id, kind)
