"""News of the person, such as another number; nobody writes it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The sentence that comes with it."""
    return {"text": content.get("body") or "[system]"}
