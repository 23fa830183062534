"""What the platform reports to us, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parley.core.messages.content import Content


@dataclass(frozen=True)
class InboundMessage:
    """A customer's message. ``wa_id`` or ``user_id`` says who: either may be ''. ``at`` is the platform's time.

    A media message names the platform's file in ``platform_media_id``; its content has no ``media_id`` of ours yet.
    ``taken_out``: kinds of numbers that were removed from its texts before it was kept (D3).
    """

    platform_id: str
    number_id: str
    wa_id: str
    user_id: str
    name: str
    content: Content
    at: datetime
    reply_to: str = ""
    platform_media_id: str = ""
    taken_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatusReport:
    """What became of a message of ours: sent, delivered, read or failed, with the platform's error.

    ``callback_data`` is our message id, as we gave it when sending; '' where the platform left it out. ``price``: what
    it says of the price, as ``type/category``, '' where it says nothing.
    """

    platform_id: str
    number_id: str
    status: str
    at: datetime
    callback_data: str = ""
    recipient: str = ""
    error: dict[str, Any] | None = None
    price: str = ""
