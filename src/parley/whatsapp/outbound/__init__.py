"""Our messages to the platform's JSON: one message type a file, found by listing the folder.

Each file has ``CONTENT``, its type, and ``body(content, media_id) -> dict`` with the parts that differ.
"""

import importlib
import pkgutil
from collections.abc import Callable
from typing import Any

from parley.core.policy.facts import Outbound

Writer = Callable[[Any, str], dict[str, Any]]


def _writers() -> dict[type, Writer]:
    found: dict[type, Writer] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "CONTENT"):
            found[module.CONTENT] = module.body
    return found


WRITERS = _writers()


def request_body(message: Outbound, media_id: str = "") -> dict[str, Any]:
    """The body of ``POST /{phone}/messages``; ``media_id`` is the platform's, for media messages."""
    writer = WRITERS[type(message.content)]
    body: dict[str, Any] = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_recipient(message),
        "biz_opaque_callback_data": str(message.message_id),
        **writer(message.content, media_id),
    }
    if message.reply_to:
        body["context"] = {"message_id": message.reply_to}
    return body


def _recipient(message: Outbound) -> dict[str, str]:
    """A number goes with its plus: without, the platform puts the business's own country code before it."""
    return {"to": f"+{message.to.removeprefix('+')}"} if message.to else {"recipient": message.to_user_id}
