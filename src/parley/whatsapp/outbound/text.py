"""Plain text."""

from typing import Any

from parley.core.messages import Text

CONTENT = Text


def body(content: Text, media_id: str) -> dict[str, Any]:
    """``type: text``."""
    return {"type": "text", "text": {"body": content.body, "preview_url": content.preview_url}}
