"""A tap on a quick reply of a template."""

from typing import Any

from parley.core.messages import Reply

TYPES = ("button",)


def read(message: dict[str, Any], kind: str) -> Reply:
    """``{"button": {"payload", "text"}}``."""
    tapped = message["button"]
    return Reply(str(tapped.get("payload") or tapped["text"]), str(tapped["text"]), "template")
