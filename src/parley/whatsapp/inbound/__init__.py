"""A customer's message from the platform's JSON: one message type a file, found by listing the folder.

Each file has ``TYPES``, the platform's names, and ``read(message, kind) -> Content``. A type that no file knows is
kept whole as ``Unknown``, never refused.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import msgspec

from parley.core.messages import Content, Media, TemplateUse, Text, Unknown
from parley.core.messages.inbound import Amendment, InboundMessage, NewIdentity, StatusReport
from parley.whatsapp.context import context_of
from parley.whatsapp.event import each_of, text_at
from parley.whatsapp.inbound.unsupported import problem_of

CHANGES = frozenset({"user_changed_number", "customer_changed_number", "user_changed_user_id"})
Reader = Callable[[dict[str, Any], str], Content]
# 'played': a voice message was heard, which is more than read. 'deleted' and 'warning' were said by old versions.
STATUSES = {"sent": "sent", "delivered": "delivered", "read": "read", "played": "read", "failed": "failed"}
EARLIER = {"read": "read", "played": "read", "delivered": "delivered", "sent": "sent", "error": "failed"}


class Unreadable(ValueError):
    """The event lacks what every one of its kind has; the sentence says what."""


def _readers() -> dict[str, Reader]:
    found: dict[str, Reader] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found |= dict.fromkeys(module.TYPES, module.read)
    return found


READERS = _readers()


def read_message(payload: dict[str, Any]) -> InboundMessage:
    """The message of an inbox event. Raises Unreadable."""
    message, contact = payload["message"], payload.get("contact") or {}
    came_as = str(payload.get("came_as") or "")
    ours = _is_ours(payload, message, came_as)
    kind = str(message.get("type") or "unknown")
    content = Unknown("group message", message) if message.get("group_id") else _content(message, kind, ours=ours)
    profile = contact.get("profile")
    context = message.get("context")
    return InboundMessage(
        platform_id=text_at(message, "id"),
        number_id=payload["number_id"],
        content=content,
        at=_time(message),
        reply_to=text_at(context, "id"),
        platform_media_id=text_at(message[kind], "id") if isinstance(content, Media) else "",
        taken_out=tuple(payload.get("taken_out", ())),
        name=text_at(profile, "name")[:200],
        username=text_at(profile, "username")[:100],
        context=context_of(message, came_as, problem_of(message) if isinstance(content, Media) else ""),
        ours=ours,
        status=_earlier(message, ours) if came_as == "history" else "sent" if ours else "received",
        **_person(payload, message, contact, came_as),
    )


def _person(payload: dict[str, Any], message: dict[str, Any], contact: Any, came_as: str) -> dict[str, str]:
    """Whose thread it is: the writer, but for what was written to them."""
    if came_as == "history":
        return {"wa_id": str(payload.get("person") or ""), "user_id": ""}
    side = "to" if came_as in ("echo", "standby_echo") else "from"
    return {
        "wa_id": text_at(message, side),
        "user_id": text_at(message, f"{side}_user_id") or text_at(contact, "user_id"),
        "parent_user_id": text_at(message, f"{side}_parent_user_id") or text_at(contact, "parent_user_id"),
    }


def _is_ours(payload: dict[str, Any], message: dict[str, Any], came_as: str) -> bool:
    if came_as != "history":
        return came_as in ("echo", "standby_echo")
    number = re.sub(r"\D", "", str(payload.get("our_number") or ""))
    return bool(number) and re.sub(r"\D", "", text_at(message, "from")) == number


def _earlier(message: dict[str, Any], ours: bool) -> str:
    told = text_at(message.get("history_context"), "status").lower()
    return EARLIER.get(told, "sent") if ours else "received"


def _content(message: dict[str, Any], kind: str, *, ours: bool = False) -> Content:
    reader = READERS.get(kind)
    if reader is not None:
        try:
            return reader(message, kind)
        except (KeyError, TypeError, AttributeError, ValueError, IndexError, OverflowError):
            pass  # it is not formed as its type is: kept whole below
    said = _as_sent(message, kind) if ours else None
    return said or Unknown(kind, message, problem_of(message))


def _as_sent(message: dict[str, Any], kind: str) -> Content | None:
    """What was sent from elsewhere comes in the form of a request: its words are enough here."""
    given = message.get(kind)
    words = text_at(given.get("body"), "text") if isinstance(given, dict) else ""
    if words:
        return Text(words)
    name = text_at(given, "name") if kind == "template" else ""
    language = given.get("language") if isinstance(given, dict) else None
    return TemplateUse(name, text_at(language, "code") or "en", "") if name else None


def read_amendment(payload: dict[str, Any]) -> Amendment | None:
    """What the writer made of an earlier message; None for a message that is new. Raises Unreadable."""
    message = payload["message"]
    kind = message.get("type")
    told = message.get(kind) if kind in ("edit", "revoke") else None
    original = text_at(told, "original_message_id")
    if not isinstance(told, dict) or not original:
        return None
    inner = told.get("message")
    frame = {name: each for name, each in message.items() if name not in ("edit", "revoke", "type")} | {"id": original}
    if kind == "revoke":
        gone = read_message({**payload, "message": frame})
        return Amendment(_marked(gone, deleted_at=gone.at.isoformat()), deleted=True)
    if not isinstance(inner, dict):
        return None
    changed = read_message({**payload, "message": {**frame, **inner, "id": original}})
    return Amendment(_marked(changed, edited_at=_time(message).isoformat()))


def _marked(message: InboundMessage, **marks: str) -> InboundMessage:
    content = Unknown("deleted") if "deleted_at" in marks else message.content
    return replace(message, content=content, context=msgspec.structs.replace(message.context, **marks))


def read_new_identity(payload: dict[str, Any]) -> NewIdentity | None:
    """Under which number or id the person goes from now on; None for any other message."""
    message = payload["message"]
    told = message.get("system") if message.get("type") == "system" else None
    named = text_at(told, "type")
    if not isinstance(told, dict) or named not in CHANGES:
        return None
    return NewIdentity(
        number_id=payload["number_id"],
        wa_id=text_at(message, "from"),
        user_id=text_at(told, "previous_user_id") or text_at(message, "from_user_id"),
        parent_user_id=text_at(told, "previous_parent_user_id") or text_at(message, "from_parent_user_id"),
        new_wa_id=text_at(told, "wa_id") or text_at(told, "new_wa_id"),
        new_user_id=text_at(told, "user_id"),
        new_parent_user_id=text_at(told, "parent_user_id"),
    )


def read_status(payload: dict[str, Any]) -> StatusReport:
    """The status of an inbox event. Raises Unreadable."""
    status = payload["status"]
    name = STATUSES.get(str(status["status"]).lower())
    if name is None:
        raise Unreadable(f"the status {text_at(status, 'status')[:40]!r} is not known")
    errors = [each for each in each_of(status.get("errors")) if isinstance(each, dict)]
    error = errors[0] if errors else None
    return StatusReport(
        platform_id=text_at(status, "id"),
        number_id=payload["number_id"],
        status=name,
        at=_time(status),
        callback_data=text_at(status, "biz_opaque_callback_data"),
        recipient=text_at(status, "recipient_id"),
        error=error,
        price=_price(status.get("pricing"), status.get("conversation")),
        price_model=text_at(status.get("pricing"), "pricing_model"),
    )


def _price(pricing: Any, conversation: Any) -> str:
    """By message, as it has been since July 2025; the older form had no type, and told some with the conversation."""
    origin = text_at(_origin(conversation), "type")
    category = text_at(pricing, "category") or origin
    if not category:
        return ""
    return f"{text_at(pricing, 'type') or _older_type(pricing, origin)}/{category}"


def _older_type(pricing: Any, origin: str) -> str:
    if origin == "referral_conversion":
        return "free_entry_point"
    free = isinstance(pricing, dict) and pricing.get("billable") is False
    return "free_customer_service" if free else "regular"


def _origin(conversation: Any) -> Any:
    return conversation.get("origin") if isinstance(conversation, dict) else None


def _time(value: dict[str, Any]) -> datetime:
    try:
        return datetime.fromtimestamp(int(value["timestamp"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise Unreadable("the time stamp is missing or not a number of seconds") from error
