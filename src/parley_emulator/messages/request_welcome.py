"""A customer opened the chat for the first time, and wrote nothing yet."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """That it was opened."""
    return {"text": "Opened the chat"}
