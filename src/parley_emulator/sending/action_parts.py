"""The action of what can be tapped: some kinds say in its name what it does (reference 3.3)."""

from typing import Any

import msgspec

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in


def action_named(content: dict[str, Any], name: str) -> dict[str, Any]:
    """The action, whose name must be that one. Raises Refusal."""
    action = object_in(content, "action", "interactive")
    if text_in(action, "name", "interactive.action", 100).lower() != name:
        raise Refusal(131009, f"interactive.action.name must be {name}.")
    return action


def parameters_in(content: dict[str, Any], name: str) -> dict[str, Any]:
    """The parameters of that action: an object, or, as the pages on payments say, one that is written as text."""
    action = action_named(content, name)
    if isinstance(written := action.get("parameters"), str):
        try:
            action["parameters"] = msgspec.json.decode(written)
        except msgspec.DecodeError as error:
            raise Refusal(100, "Param interactive.action.parameters must be a JSON object.") from error
    return object_in(action, "parameters", "interactive.action")
