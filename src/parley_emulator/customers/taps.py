"""A tap on a reply button. A Direct Send goes out as a template, so that a tap on it is told as on a template's."""

from typing import Any

from parley_emulator.state.records import Chat, Message

REPLY = "button_reply"


def as_tapped(chat: Chat, body: dict[str, Any]) -> dict[str, Any]:
    """The customer's message, as it is told; any other stays as it is."""
    content = body.get("interactive")
    reply = content.get(REPLY) if isinstance(content, dict) and content.get("type") == REPLY else None
    sent = _answered(chat, body) if isinstance(reply, dict) else None
    if reply is None or sent is None or not sent.template_id:
        return body
    rest = {name: value for name, value in body.items() if name != "interactive"}
    button = {"payload": str(reply.get("id", "")), "text": str(reply.get("title", ""))}
    return {**rest, "type": "button", "button": button, "context_id": sent.id}


def _answered(chat: Chat, body: dict[str, Any]) -> Message | None:
    """The message that is named, else the last one with something to tap."""
    context = body.get("context")
    named = body.get("context_id") or (
        context.get("id") or context.get("message_id") if isinstance(context, dict) else ""
    )
    sent = (each for each in reversed(chat.messages) if not each.incoming and each.type == "interactive")
    return next((each for each in sent if named in {"", None, each.id}), None)
