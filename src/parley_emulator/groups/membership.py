"""Who comes into a group, and who goes; its phones see it at once."""

from collections.abc import Iterable

from parley_emulator.groups import spells
from parley_emulator.groups.news import JOINED, note
from parley_emulator.groups.phones import FORMER
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

MOST = 8


def let_in(platform: Platform, group: Thing, people: Iterable[str], by: str = "link") -> None:
    """``by``: ``link``, or ``business`` for whom the business took in itself. Whoever is in stays so."""
    now = platform.clock.now()
    for each in people:
        if not spells.is_in(group, each):
            spells.begin(group, each, now)
            note(platform, group, JOINED, wa_id=each, by=by)
    platform.world.save_thing(group)


def let_go(platform: Platform, group: Thing, people: Iterable[str], kind: str) -> None:
    """``kind``: ``left`` by themselves, or ``removed`` by the business. It is the last that they see."""
    for each in people:
        if spells.is_in(group, each):
            note(platform, group, kind, wa_id=each)
            spells.end(group, each, platform.clock.now())
    platform.world.save_thing(group)


def dissolve(platform: Platform, group: Thing) -> None:
    """The business deletes it: nobody is in it any more, and it is there only for who was."""
    note(platform, group, "deleted")
    for each in list(group.fields["participants"]):
        spells.end(group, each, platform.clock.now())
    group.kind = FORMER
    platform.world.save_thing(group)


def is_full(group: Thing) -> bool:
    """Nobody else comes in."""
    return len(group.fields["participants"]) >= MOST
