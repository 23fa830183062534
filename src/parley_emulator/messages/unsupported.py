"""What the platform can not carry: polls, view-once, live places; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """A placeholder."""
    return {"text": f"[{(content or {}).get('type', 'unsupported')}]"}
