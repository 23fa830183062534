"""What became of a message afterwards: another text, or taken back. Shown on the message itself."""

from contextlib import suppress
from typing import Any

from parley_emulator.customers.write import NotPossible
from parley_emulator.state.records import Chat, Message

GONE = {"text": "This message was deleted.", "deleted": True, "media": None, "order": None, "contacts": None}


def changes_of(chat: Chat, message: Message) -> dict[str, Any]:
    """The newest text, or that it is gone; empty for a message that stayed as it was."""
    changed: dict[str, Any] = {}
    for later in chat.messages:
        if not message.incoming or original_of(later) != message.id or later.author != message.author:
            continue
        if later.type == "revoke":
            return GONE
        text = _text_in(later.object())
        changed = {"text": text, "edited": True} if text else changed
    return changed


def original_of(message: Message) -> str:
    """The id of the message that this one changes; empty for one that changes none."""
    if message.type not in {"edit", "revoke"}:
        return ""
    content = message.object()
    return str(content.get("original_message_id") or "") if isinstance(content, dict) else ""


def _text_in(content: dict[str, Any]) -> str:
    # A tester may have a customer send anything.
    with suppress(KeyError, TypeError):
        return str(content["message"]["text"]["body"] or "") if content.get("message") else ""
    return ""


def own_message(chat: Chat, message_id: str, wa_id: str) -> Message:
    """Raises NotPossible for a message that the customer did not write here."""
    for message in chat.messages:
        if message.id == message_id and message.author == wa_id:
            return message
    raise NotPossible("Only a message of one's own can be changed.")
