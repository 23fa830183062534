"""What happened in a group beside its messages; members see it between them, and ``group_analytics`` counts it."""

from typing import Any

from parley_emulator.groups.phones import tell_members
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

JOINED = "joined"
LEFT = "left"
REMOVED = "removed"


def note(platform: Platform, group: Thing, kind: str, **what: Any) -> None:
    """``kind``: created, joined, left, removed, subject, description, picture, link, pinned, unpinned, suspended,
    cleared, deleted. ``what``: whom or what it was about.
    """
    news = {"at": platform.clock.now(), "kind": kind, **what}
    group.fields.setdefault("news", []).append(news)
    platform.world.save_thing(group)
    tell_members(platform, group, "message")


def news_of(group: Thing) -> list[dict[str, Any]]:
    """Oldest first: ``{at, kind, …}``."""
    listed: list[dict[str, Any]] = group.fields.get("news", [])
    return listed
