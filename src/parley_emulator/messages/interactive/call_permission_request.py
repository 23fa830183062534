"""Asks whether the business may call."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A body may be there."""
    if content.get("body") is not None:
        check_frame(content, 1024, ())
    action_named(content, "call_permission_request")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """What the phone asks."""
    shown = show_frame(content, world)
    button = {"id": "call_permission", "title": "Choose if they may call", "kind": "call_permission"}
    return {**shown, "text": shown["text"] or "May we call you?", "buttons": [button]}
