"""A tap on a button; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """An answer with the title that was tapped."""
    chosen = content.get("button_reply") or {}
    return {"type": "reply", "text": chosen.get("title", ""), "choice": chosen.get("id")}
