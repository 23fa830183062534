"""A tap on the quick reply of a template; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """An answer with the button's label."""
    return {"type": "reply", "text": content.get("text", ""), "choice": content.get("payload")}
