"""Tells where an order stands."""

from typing import Any

from parley_emulator.orders.going_on import check_going_on, shown
from parley_emulator.sending.action_parts import parameters_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"


def check(content: dict[str, Any]) -> None:
    """A body, which order, and its state. Whether the order may go on so is checked in ``order_in_order``."""
    check_frame(content, 1024, ())
    check_going_on(parameters_in(content, "review_order"), WHERE)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """Which order, where it stands, and the text."""
    header, note = shown(content["action"]["parameters"])
    framed = show_frame(content, world)
    return {**framed, "header": header, "text": "\n".join(filter(None, [framed["text"], note]))}
