"""A message of a group stays at the top of it for some days, or no longer."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import number_in, text_in
from parley_emulator.state.world import World

OPERATIONS = frozenset({"pin", "unpin"})
MOST_DAYS = 30


def check(content: dict[str, Any]) -> None:
    """``type`` pin or unpin, the message, and for a pin the days that it stays."""
    if text_in(content, "type", "pin", 10).lower() not in OPERATIONS:
        raise Refusal(131009, "pin.type must be pin or unpin.")
    text_in(content, "message_id", "pin", 1000)
    if is_pin(content):
        number_in(content, "expiration_days", "pin", 1, MOST_DAYS)


def is_pin(content: dict[str, Any]) -> bool:
    """Or the end of one."""
    return str(content.get("type")).lower() == "pin"


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """What happened, in words."""
    return {"text": "A message was pinned." if is_pin(content) else "A message is no longer pinned."}
