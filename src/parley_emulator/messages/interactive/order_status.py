"""Tells where an order stands."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.details import LONGEST_NOTE, check_reference
from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"
STATUSES = ("pending", "processing", "partially_shipped", "shipped", "completed", "canceled")


def check(content: dict[str, Any]) -> None:
    """A body, which order, and its state. Whether the order may go on so is checked in ``order_in_order``."""
    check_frame(content, 1024, ())
    parameters = object_in(action_named(content, "review_order"), "parameters", "interactive.action")
    check_reference(parameters, WHERE)
    order = object_in(parameters, "order", WHERE)
    if text_in(order, "status", f"{WHERE}.order", 30) not in STATUSES:
        raise Refusal(131009, f"{WHERE}.order.status must be one of {', '.join(STATUSES)}.")
    text_in(order, "description", f"{WHERE}.order", LONGEST_NOTE, required=False)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """Which order, where it stands, and the text."""
    parameters = content["action"]["parameters"]
    order, shown = parameters["order"], show_frame(content, world)
    stands = str(order["status"]).replace("_", " ")
    text = "\n".join(filter(None, [shown["text"], order.get("description")]))
    return {**shown, "header": f"Order {parameters['reference_id']}: {stands}", "text": text}
