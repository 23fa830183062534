"""The things the platform knows about."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec

JSON = dict[str, Any]


@lru_cache(maxsize=1024)
def _digits_in(written: str) -> str:
    return "".join(filter(str.isdigit, written))


class Number(msgspec.Struct, kw_only=True):
    """A business's phone number. ``fields``: what calls and the platform itself changed beyond the rest."""

    id: str
    waba_id: str
    display_phone_number: str
    verified_name: str
    access_token: str
    profile: JSON | None = None
    throughput: str = "STANDARD"
    country: str = "US"
    quality_rating: str = "GREEN"
    status: str = "CONNECTED"
    registered: bool = True
    spam_limited: bool = False
    token_expired: bool = False
    blocked_users: list[str] = []
    fields: JSON = {}

    @property
    def digits(self) -> str:
        """The number as webhooks write it."""
        return _digits_in(self.display_phone_number)


class Account(msgspec.Struct, kw_only=True):
    """A business account (WABA). ``business_id``: the portfolio that owns it; ``fields``: what calls changed."""

    id: str
    business_id: str
    fields: JSON = {}


class Thing(msgspec.Struct, kw_only=True):
    """Anything else with an id of its own: a flow, a group, a solution. ``owner``: the id of what it belongs to."""

    id: str
    kind: str
    owner: str
    fields: JSON = {}


class Customer(msgspec.Struct, kw_only=True):
    """A person with WhatsApp on a phone. ``stopped``: accounts whose marketing they stopped.

    ``hides_number``: businesses know them by their user id, and by ``username`` where they took one; ``saved``: the
    business numbers in their own contacts; ``phones``: how many they have had, the one now counted.
    """

    wa_id: str
    name: str
    auto_read: bool = False
    phone_on: bool = True
    stopped: list[str] = []
    username: str = ""
    hides_number: bool = False
    hidden_since: float = 0.0
    saved: list[str] = []
    phones: int = 1


class Template(msgspec.Struct, kw_only=True):
    """One template in one language. ``fields``: what else was found out about it, by the name the Graph API has."""

    id: str
    waba_id: str
    name: str
    language: str
    category: str
    components: list[JSON]
    status: str = "APPROVED"
    parameter_format: str = "POSITIONAL"
    quality_score: JSON = msgspec.field(default_factory=lambda: {"score": "UNKNOWN"})
    rejected_reason: str = "NONE"
    message_send_ttl_seconds: int | None = None
    fields: JSON = {}


class Media(msgspec.Struct, kw_only=True):
    """A file. ``numbers``: the business numbers that may fetch it."""

    id: str
    mime_type: str
    sha256: str
    file_size: int
    created_at: float
    filename: str = ""
    incoming: bool = False
    numbers: list[str] = []


class Message(msgspec.Struct, kw_only=True):
    """One message of a chat. ``content``: the object named like its type, as JSON.

    ``by``: who else wrote it under the business's number; ``template_id``: what a Direct Send is sent as;
    ``held``: it waits for what people think of its template;
    ``conversation``: id and end of the one that it is charged in, in the older price model only.
    """

    seq: int
    id: str
    number_id: str
    wa_id: str
    incoming: bool
    type: str
    content: str
    at: float
    context_id: str = ""
    callback_data: str = ""
    category: str = ""
    free_entry: bool = False
    in_window: bool = False
    fate: str = "deliver"
    errors: list[JSON] = []
    by: str = ""
    template_id: str = ""
    ttl_seconds: int = 0
    held: bool = False
    conversation: tuple[str, float] | None = None
    status: str = "sent"
    times: dict[str, float] = {}

    @property
    def author(self) -> str:
        """Who of the people wrote it; empty for the business."""
        return (self.by or self.wa_id) if self.incoming else ""

    def object(self) -> Any:
        """The content, decoded."""
        return msgspec.json.decode(self.content)


@dataclass(slots=True)
class Chat:
    """What is between one number and one customer. ``owner``: whose thread it is, where several share the number."""

    number_id: str
    wa_id: str
    user_id: str
    blocked: bool = False
    reported: bool = False
    reason: str = ""
    owner: str = ""
    messages: list[Message] = field(default_factory=list)
    reactions: dict[str, dict[str, str]] = field(default_factory=dict)
    conversations: dict[str, tuple[str, float]] = field(default_factory=dict)
    last_incoming: float = 0.0
    referral_at: float = 0.0
    free_entry_until: float = 0.0
    unread: int = 0
    number_used_at: float = 0.0

    def is_open(self, now: float) -> bool:
        """Whether the customer service window is open: 24 hours from the customer's last message."""
        return now < self.last_incoming + 86_400
