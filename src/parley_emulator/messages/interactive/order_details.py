"""Asks to pay an order. Its reference and its sums are the send's own checks."""

from typing import Any

from parley_emulator.sending.action_parts import parameters_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

BUTTON = {"id": "order_details", "title": "Review and pay", "kind": "order_details"}


def check(content: dict[str, Any]) -> None:
    """A body, and an order; what the order must be is checked in ``order_in_order``."""
    check_frame(content, 1024, ("text", "image", "document"))
    parameters_in(content, "review_and_pay")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text, and the button that opens the order."""
    return {**show_frame(content, world), "buttons": [BUTTON]}
