"""WhatsApp stops a group whose subject, picture or messages break its rules, and may let it go on."""

from parley_emulator.groups.events import tell_group
from parley_emulator.groups.news import note
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing


def suspend(platform: Platform, group: Thing, suspended: bool) -> None:
    """Nobody writes in it meanwhile; the business is told."""
    if bool(group.fields["suspended"]) == suspended:
        return
    group.fields["suspended"] = suspended
    note(platform, group, "suspended" if suspended else "cleared")
    tell_group(platform, group, "group_status_update", "group_suspend" if suspended else "group_suspend_cleared")
