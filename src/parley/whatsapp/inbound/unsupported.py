"""What WhatsApp itself can not pass on: polls, pictures to be seen once, events; with its reason."""

from typing import Any

from parley.core.messages import Unknown
from parley.whatsapp.event import each_of, text_at

TYPES = ("unsupported", "unknown")


def read(message: dict[str, Any], kind: str) -> Unknown:
    """``{"errors": [{"code", "title", "error_data": {"details"}}], "unsupported": {"type": "poll"}}``."""
    return Unknown(text_at(message.get("unsupported"), "type") or kind, message, problem_of(message))


def problem_of(message: dict[str, Any]) -> str:
    """What is wrong with it, in the platform's words; '' where nothing is told."""
    for error in each_of(message.get("errors")):
        data = error.get("error_data") if isinstance(error, dict) else None
        told = text_at(data, "details") or text_at(error, "details") or text_at(error, "title")
        if told:
            return told[:300]
    return ""
