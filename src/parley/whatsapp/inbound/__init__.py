"""A customer's message from the platform's JSON: one message type a file, found by listing the folder.

Each file has ``TYPES``, the platform's names, and ``read(message, kind) -> Content``. A type that no file knows is
kept whole as ``Unknown``, never refused.
"""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from parley.core.messages import Content, Media, Unknown
from parley.core.messages.inbound import InboundMessage, StatusReport

Reader = Callable[[dict[str, Any], str], Content]
STATUSES = frozenset({"sent", "delivered", "read", "failed"})


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
    kind = str(message.get("type") or "unknown")
    content = _content(message, kind)
    profile = contact.get("profile")
    context = message.get("context")
    return InboundMessage(
        platform_id=str(message["id"]),
        number_id=payload["number_id"],
        wa_id=str(message.get("from") or ""),
        user_id=str(message.get("from_user_id") or contact.get("user_id") or ""),
        name=str(profile.get("name") or "")[:200] if isinstance(profile, dict) else "",
        content=content,
        at=_time(message),
        reply_to=str(context.get("id") or "") if isinstance(context, dict) else "",
        platform_media_id=str(message[kind].get("id") or "") if isinstance(content, Media) else "",
        taken_out=tuple(payload.get("taken_out", ())),
    )


def _content(message: dict[str, Any], kind: str) -> Content:
    reader = READERS.get(kind)
    if reader is not None:
        try:
            return reader(message, kind)
        except (KeyError, TypeError, AttributeError, ValueError):
            pass  # it is not formed as its type is: kept whole below
    return Unknown(kind, message)


def read_status(payload: dict[str, Any]) -> StatusReport:
    """The status of an inbox event. Raises Unreadable."""
    status = payload["status"]
    name = str(status["status"])
    if name not in STATUSES:
        raise Unreadable(f"the status {name!r} is not known")
    errors = status.get("errors")
    error = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else None
    return StatusReport(
        platform_id=str(status["id"]),
        number_id=payload["number_id"],
        status=name,
        at=_time(status),
        callback_data=str(status.get("biz_opaque_callback_data") or ""),
        recipient=str(status.get("recipient_id") or ""),
        error=error,
        price=_price(status.get("pricing")),
    )


def _price(pricing: Any) -> str:
    if not isinstance(pricing, dict) or not pricing.get("category"):
        return ""
    return f"{pricing.get('type') or 'regular'}/{pricing['category']}"


def _time(value: dict[str, Any]) -> datetime:
    try:
        return datetime.fromtimestamp(int(value["timestamp"]), UTC)
    except (KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise Unreadable("the time stamp is missing or not a number of seconds") from error
