"""What the platform reports to us, as values."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from parley.core.conversation.thread_owner import Owner
from parley.core.messages.content import Content
from parley.core.messages.context import Context


@dataclass(frozen=True)
class InboundMessage:
    """A customer's message. ``wa_id`` or ``user_id`` says who: either may be ''. ``at`` is the platform's time.

    A media message names the platform's file in ``platform_media_id``; its content has no ``media_id`` of ours yet.
    ``taken_out``: kinds of numbers that were removed from its texts before it was kept (D3). ``ours``: it was written
    by somebody of the business, elsewhere. ``status``: how far one that was written earlier had come.
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
    context: Context = dataclasses.field(default_factory=Context)
    parent_user_id: str = ""
    username: str = ""
    ours: bool = False
    status: str = "received"


@dataclass(frozen=True)
class Amendment:
    """The writer of a message changed it or took it back: ``message`` stands there now, under the original's id."""

    message: InboundMessage
    deleted: bool = False


@dataclass(frozen=True)
class NewIdentity:
    """A person goes by another number or id from now on; '' where that part stays as it was."""

    number_id: str
    wa_id: str = ""
    user_id: str = ""
    parent_user_id: str = ""
    new_wa_id: str = ""
    new_user_id: str = ""
    new_parent_user_id: str = ""


@dataclass(frozen=True)
class StatusReport:
    """What became of a message of ours: sent, delivered, read or failed, with the platform's error.

    ``callback_data`` is our message id, as we gave it when sending; '' where the platform left it out. ``price``: what
    it says of the price, as ``type/category``, '' where it says nothing; ``price_model``: PMP, by message, or CBP.
    """

    platform_id: str
    number_id: str
    status: str
    at: datetime
    callback_data: str = ""
    recipient: str = ""
    error: dict[str, Any] | None = None
    price: str = ""
    price_model: str = ""


@dataclass(frozen=True)
class Handover:
    """The thread of a person with a number went to another application, or came to us."""

    number_id: str
    wa_id: str
    user_id: str
    owner: Owner
    at: datetime | None
    note: str = ""


@dataclass(frozen=True)
class Notice:
    """News of the platform for people to read; of customers it holds nothing. ``grave``: somebody should look."""

    field: str
    event: str
    sentence: str
    facts: dict[str, Any] = dataclasses.field(default_factory=dict)
    grave: bool = False


@dataclass(frozen=True)
class NumberReport:
    """A number has another name, rate or limit of people to write to first; '', 0 and None leave it.

    ``digits``: of its telephone number, '' for all numbers of the account.
    """

    digits: str
    display_name: str = ""
    rate: int = 0
    daily_limit: int | None = None
