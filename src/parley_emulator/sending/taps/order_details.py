"""What is to be paid."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in
from parley_emulator.sending.tap_values import only_action


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """The order; what is in it is the send's own check, ``order_in_order``."""
    if not object_in(only_action(parameters, where), "order_details", f"{where}: action"):
        raise Refusal(131008, f"{where} requires a parameter with order_details")
