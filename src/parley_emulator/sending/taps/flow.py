"""A form. Which one it is the template says; whether it may be sent is the send's own check, ``flow_sendable``."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.tap_values import only_action

LONGEST_TOKEN = 1000


def check(button: dict[str, Any], parameters: list[dict[str, Any]], where: str) -> None:
    """The token that comes back with the answers, and what the first page is shown with."""
    action = only_action(parameters, where)
    text_in(action, "flow_token", f"{where}: action", LONGEST_TOKEN, required=False)
    if action.get("flow_action_data") is not None and not object_in(action, "flow_action_data", f"{where}: action"):
        raise Refusal(131009, f"{where}: action.flow_action_data must not be empty.")
