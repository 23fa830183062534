"""Asks somebody who hides the telephone number for it."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A body, nothing else."""
    check_frame(content, 1024, ())
    action_named(content, "request_contact_info")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text."""
    button = {"id": "contact_info", "title": "Share contact info", "kind": "contact_info"}
    return {**show_frame(content, world), "buttons": [button]}
