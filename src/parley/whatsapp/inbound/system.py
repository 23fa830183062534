"""WhatsApp's notes on a person: a new number, a new device, a chat that was opened."""

from typing import Any

from parley.core.messages import SystemNote
from parley.whatsapp.event import text_at

TYPES = ("system", "request_welcome")
OLDER_NAMES = {"customer_changed_number": "user_changed_number"}


def read(message: dict[str, Any], kind: str) -> SystemNote:
    """``{"system": {"type", "body"}}``; an opened chat has no object of its own."""
    if kind == "request_welcome":
        return SystemNote(kind)
    note = message["system"]
    named = text_at(note, "type") or ("customer_identity_changed" if "identity" in message else "note")
    return SystemNote(OLDER_NAMES.get(named, named), text_at(note, "body"))
