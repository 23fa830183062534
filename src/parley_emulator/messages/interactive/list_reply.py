"""A row chosen from a menu; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """An answer with the title that was tapped."""
    return {"type": "reply", "text": content.get("list_reply", {}).get("title", "")}
