"""The action of what can be tapped: some kinds say in its name what it does (reference 3.3)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import object_in, text_in


def action_named(content: dict[str, Any], name: str) -> dict[str, Any]:
    """The action, whose name must be that one. Raises Refusal."""
    action = object_in(content, "action", "interactive")
    if text_in(action, "name", "interactive.action", 100).lower() != name:
        raise Refusal(131009, f"interactive.action.name must be {name}.")
    return action
