"""What the phone page sends, as the message it means; one kind a function."""

from collections.abc import Callable
from typing import Any

from parley_emulator.customers.unsupported import KINDS, TYPE
from parley_emulator.customers.write import NotPossible
from parley_emulator.phone import answers


def message_of(draft: dict[str, Any]) -> dict[str, Any]:
    """Raises NotPossible for a kind that the page does not have."""
    kind = str(draft.get("type") or "text")
    writer = WRITERS.get(kind)
    if writer is None:
        raise NotPossible(f"A phone does not send messages of type {kind}.")
    message = writer(draft)
    if draft.get("context_id") and kind != "reaction":
        message["context_id"] = draft["context_id"]
    if draft.get("product"):
        message["context"] = {"referred_product": answers.product(draft["product"])}
    if draft.get("from_ad"):
        message["referral"] = answers.referral(draft["from_ad"])
    return message


def _text(draft: dict[str, Any]) -> dict[str, Any]:
    if not str(draft.get("text") or "").strip():
        raise NotPossible("There is nothing to send.")
    return {"type": "text", "text": {"body": draft["text"]}}


def _reply(draft: dict[str, Any]) -> dict[str, Any]:
    reply = draft.get("reply") or {}
    chosen = {"id": reply.get("id", ""), "title": reply.get("title", "")}
    if reply.get("kind") == "template":
        return {"type": "button", "button": {"payload": chosen["id"], "text": chosen["title"]}}
    kind = "list_reply" if reply.get("kind") == "list" else "button_reply"
    return {"type": "interactive", "interactive": {"type": kind, kind: chosen}}


def _call_permission(draft: dict[str, Any]) -> dict[str, Any]:
    reply = {"response": "accept" if draft.get("allowed") else "reject", "response_source": "user_action"}
    return {"type": "interactive", "interactive": {"type": "call_permission_reply", "call_permission_reply": reply}}


def _reaction(draft: dict[str, Any]) -> dict[str, Any]:
    reaction = {"message_id": draft.get("context_id", "")}
    if draft.get("emoji"):
        reaction["emoji"] = draft["emoji"]
    return {"type": "reaction", "reaction": reaction}


def _file(draft: dict[str, Any]) -> dict[str, Any]:
    kind = draft["type"]
    content = {"id": draft.get("media_id")}
    if draft.get("text") and kind not in {"audio", "sticker"}:
        content["caption"] = draft["text"]
    return {"type": kind, kind: content}


def _voice(draft: dict[str, Any]) -> dict[str, Any]:
    return {"type": "audio", "audio": {"id": draft.get("media_id"), "voice": True}}


def _unsupported(draft: dict[str, Any]) -> dict[str, Any]:
    kind = draft.get("unsupported")
    if kind not in KINDS:
        raise NotPossible(f"What businesses can not see is one of {', '.join(KINDS)}.")
    return {"type": TYPE, "unsupported": {"type": kind}}


WRITERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "text": _text,
    "reply": _reply,
    "reaction": _reaction,
    "image": _file,
    "document": _file,
    "audio": _file,
    "video": _file,
    "sticker": _file,
    "voice": _voice,
    "location": answers.location,
    "form": answers.form,
    "address": answers.address,
    "contacts": answers.contacts,
    "order": answers.order,
    "edit": answers.edit,
    "revoke": answers.revoke,
    "call_permission": _call_permission,
    "unsupported": _unsupported,
}
