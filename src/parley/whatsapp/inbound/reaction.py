"""An emoji on a message; an empty or missing one takes it back."""

from typing import Any

from parley.core.messages import Reaction

TYPES = ("reaction",)


def read(message: dict[str, Any], kind: str) -> Reaction:
    """``{"reaction": {"message_id", "emoji"}}``."""
    return Reaction(str(message["reaction"]["message_id"]), str(message["reaction"].get("emoji") or ""))
