"""What became of a message, as the history of messages shows it (``message_history``)."""

from bisect import bisect_left
from typing import Any

from parley_emulator.ids import APP_ID
from parley_emulator.state.records import Message
from parley_emulator.state.world import World

PREFIX = "77"
LENGTH = 14
STATES = {"sent": "SENT", "delivered": "DELIVERED", "read": "READ", "failed": "FAILED"}


def history_id(message: Message) -> str:
    """The id of its entry in the history."""
    return f"{PREFIX}{message.seq:0{LENGTH}d}"


def message_of(world: World, node: str) -> Message | None:
    """The message whose entry that is."""
    if not (node.startswith(PREFIX) and len(node) == len(PREFIX) + LENGTH and node.isdigit()):
        return None
    seq = int(node[len(PREFIX) :])
    index = bisect_left(world.sends, seq, key=lambda each: each.seq)
    found = world.sends[index] if index < len(world.sends) else None
    return found if found is not None and found.seq == seq else None


def events_of(message: Message, webhook_url: str) -> list[dict[str, Any]]:
    """What happened to it, in order."""
    listed = sorted(message.times.items(), key=lambda each: each[1])
    return [
        {
            "id": f"{history_id(message)}{index}",
            "delivery_status": STATES[status],
            "timestamp": int(at),
            "webhook_update_state": "DELIVERED" if webhook_url else "FAILED",
            "webhook_uri": webhook_url,
            "application": {"id": APP_ID, "name": "parley"},
        }
        for index, (status, at) in enumerate(listed)
        if status in STATES
    ]
