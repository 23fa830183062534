"""A form filled in; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """An answer with what the form says when it is sent."""
    return {"type": "reply", "text": content.get("nfm_reply", {}).get("body", "")}
