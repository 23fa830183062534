"""An emoji on a message of the customer."""

from typing import Any

from parley.core.messages import Reaction

CONTENT = Reaction


def body(content: Reaction, media_id: str) -> dict[str, Any]:
    """``type: reaction``."""
    return {"type": "reaction", "reaction": {"message_id": content.platform_id, "emoji": content.emoji}}
