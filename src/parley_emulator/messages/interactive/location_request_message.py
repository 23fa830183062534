"""Asks for the customer's place."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A body, nothing else."""
    check_frame(content, 1024, ())
    action_named(content, "send_location")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text, and the button that sends a place."""
    return {**show_frame(content, world), "buttons": [{"id": "", "title": "Send location", "kind": "location"}]}
