"""A text with reply buttons."""

from typing import Any

from parley.core.messages import Buttons

CONTENT = Buttons


def body(content: Buttons, media_id: str) -> dict[str, Any]:
    """``interactive.type: button``."""
    buttons = [{"type": "reply", "reply": {"id": each.id, "title": each.title}} for each in content.buttons]
    shown: dict[str, Any] = {"type": "button", "body": {"text": content.body}, "action": {"buttons": buttons}}
    if content.header:
        shown["header"] = {"type": "text", "text": content.header}
    if content.footer:
        shown["footer"] = {"text": content.footer}
    return {"type": "interactive", "interactive": shown}
