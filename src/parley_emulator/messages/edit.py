"""Another text for an earlier message; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The new text."""
    text = (content.get("message") or {}).get("text") or {}
    return {"text": f"Edited: {text.get('body', '')}"}
