"""Plain text."""

from typing import Any

from parley_emulator.sending.demand import text_in
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A body of up to 4096 characters."""
    text_in(content, "body", "text", 4096)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The text."""
    return {"text": content.get("body", "")}
