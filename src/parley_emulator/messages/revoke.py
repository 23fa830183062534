"""An earlier message taken back; only customers send it."""

from typing import Any

from parley_emulator.state.world import World


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """That it is gone."""
    return {"text": "This message was deleted."}
