"""What stays at the top of a group, and until when."""

from typing import Any

from parley_emulator.groups.news import note
from parley_emulator.messages.pin import is_pin
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

DAY = 86_400
MOST = 3


def pin(platform: Platform, group: Thing, content: dict[str, Any], now: float) -> None:
    """``content``: a pin or its end. With one too many the oldest goes."""
    pinned = {each: until for each, until in group.fields.get("pinned", {}).items() if until > now}
    pinned.pop(content["message_id"], None)
    if is_pin(content):
        pinned[content["message_id"]] = now + float(content["expiration_days"]) * DAY
    group.fields["pinned"] = dict(list(pinned.items())[-MOST:])
    note(platform, group, "pinned" if is_pin(content) else "unpinned", message_id=content["message_id"])


def pinned_in(group: Thing, now: float) -> list[str]:
    """The messages, the oldest pin first."""
    return [each for each, until in group.fields.get("pinned", {}).items() if until > now]
