"""What was done to an account, for its administrators to read."""

from typing import Any

from parley_emulator import ids
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

KIND = "activity"
MOST = 500


def note_activity(platform: Platform, account_id: str, kind: str, description: str, details: dict[str, Any]) -> None:
    """One more; the oldest goes when there are too many."""
    known = platform.world.things_of(KIND, account_id)
    if len(known) >= MOST:
        platform.world.drop_thing(known[0])
    fields = {
        "activity_type": kind,
        "timestamp": platform.clock.iso(),
        "actor_type": "API",
        "description": description,
        "details": details,
    }
    platform.world.save_thing(Thing(id=ids.digits(16), kind=KIND, owner=account_id, fields=fields))
