"""Plain text."""

from typing import Any

from parley.core.messages import Text

TYPES = ("text",)


def read(message: dict[str, Any], kind: str) -> Text:
    """``{"text": {"body": …}}``."""
    return Text(str(message["text"]["body"]))
