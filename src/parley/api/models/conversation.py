"""A conversation in the list, and opened."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.telephone import readable
from parley.api.models.waiting_reply import WaitingReplyOut
from parley.core.conversation import OwnerKind, State, ThreadOwner
from parley.storage.lists import Listed
from parley.storage.threads import Consented, Routed

View = Literal["mine", "queue", "all", "closed"]


class ContactOut(Model):
    """The customer. ``phone`` in international form, grouped for reading, '' where only a user name is known."""

    contact_id: UUID
    name: str
    username: str
    phone: str
    language: str


class NumberOut(Model):
    """The business number they wrote to."""

    number_id: str
    display_name: str


class Owner(Model):
    """Whose turn it is."""

    kind: OwnerKind
    account_id: UUID | None
    name: str


class LastMessage(Model):
    """What the list shows of the newest message."""

    text: str
    from_: Literal["customer", "bot", "agent", "system"] = Field(alias="from", serialization_alias="from")
    at: Time


class OpenOffer(Model):
    """To whom it is offered, and until when."""

    offer_id: UUID
    account_id: UUID
    expires_at: Time
    reason: str


class ConversationRow(Model):
    """A conversation as the list shows it. ``reply_waits``: a reply leaves when the customer next writes."""

    conversation_id: UUID
    contact: ContactOut
    number: NumberOut
    state: State
    owner: Owner
    owner_version: int
    team_id: UUID | None
    skill: str
    language: str
    unread: int
    last_message: LastMessage
    window_expires_at: Time | None
    queued_at: Time | None
    due_at: Time | None
    reply_waits: bool
    offer: OpenOffer | None

    @classmethod
    def of(cls, listed: Listed) -> "ConversationRow":
        """From what was read."""
        return cls.model_validate(row_values(listed))


class Counts(Model):
    """How many there are in each view, counted up to 1,000. ``mine_unread``: how many of mine have unread messages."""

    mine: int
    queue: int
    all: int
    mine_unread: int


class Page(Model):
    """A page of a view; ``next_cursor`` asks for the next."""

    items: list[ConversationRow]
    next_cursor: str | None
    counts: Counts


class ConsentOut(Model):
    """The newest word on a purpose."""

    purpose: Literal["all", "marketing", "utility", "authentication"]
    action: Literal["opt_in", "opt_out"]
    at: Time
    method: str


class RoutedOut(Model):
    """One offer, and what came of it."""

    at: Time
    account_name: str
    outcome: Literal["open", "accepted", "declined", "timed_out", "withdrawn"]
    reason: str


class ThreadOut(Model):
    """Who speaks with the customer besides us: a colleague on the phone, another application, Meta's own agent."""

    owner: Literal["phone_app", "other_app", "meta_agent"]
    until: Time


class Detail(ConversationRow):
    """A conversation opened. ``moves``: what the caller may do now. ``thread``: who else has it.

    ``waiting_reply``: what leaves when the customer next writes, or was to leave and did not.
    """

    moves: list[str]
    thread: ThreadOut | None
    waiting_reply: WaitingReplyOut | None
    created_at: Time
    closed_at: Time | None
    consents: list[ConsentOut]
    routing: list[RoutedOut]

    @classmethod
    def build(
        cls,
        listed: Listed,
        moves: tuple[str, ...],
        consents: list[Consented],
        routing: list[Routed],
        has_it: ThreadOwner | None = None,
        reply: WaitingReplyOut | None = None,
    ) -> "Detail":
        """From what was read and what the core allows."""
        return cls.model_validate(
            row_values(listed)
            | {
                "moves": list(moves),
                "thread": {"owner": has_it.owner, "until": has_it.until} if has_it and has_it.owner != "us" else None,
                "waiting_reply": reply,
                "created_at": listed.created_at,
                "closed_at": listed.closed_at,
                "consents": consents,
                "routing": routing,
            }
        )


class Said(Model):
    """Something that the customer said."""

    text: str
    at: Time


class Offer(Model):
    """A conversation that is offered to the caller. ``customer_said``: their last words, two at most, older first."""

    offer_id: UUID
    conversation: ConversationRow
    customer_said: list[Said]
    reason: str
    offered_at: Time
    expires_at: Time


class Offers(Model):
    """What is offered to the caller now."""

    items: list[Offer]


class Transfer(Body):
    """To a team or to a colleague, with a note for them."""

    team_id: UUID | None = None
    account_id: UUID | None = None
    note: str = Field("", max_length=4096)


class Snooze(Body):
    """Until when."""

    until: Time


class Nothing(Body):
    """An empty body."""


OWNER_NAMES = {"bot": "ChatBot", "queue": "Queue", "nobody": "", "person": ""}
SAME = ("conversation_id", "state", "owner_version", "team_id", "skill", "language", "unread", "reply_waits")
TIMES = ("window_expires_at", "queued_at", "due_at")


def row_values(listed: Listed) -> dict[str, Any]:
    """The fields of a row."""
    offer = None
    if listed.offer_id is not None:
        offer = {
            "offer_id": listed.offer_id,
            "account_id": listed.offer_account_id,
            "expires_at": listed.offer_expires_at,
            "reason": listed.offer_reason,
        }
    return {
        **{name: getattr(listed, name) for name in (*SAME, *TIMES)},
        "contact": {
            "contact_id": listed.contact_id,
            "name": listed.contact_name,
            "username": listed.username,
            "phone": readable(listed.phone),
            "language": listed.contact_language,
        },
        "number": {"number_id": listed.number_id, "display_name": listed.display_name},
        "owner": {
            "kind": listed.owner_kind,
            "account_id": listed.owner_id,
            "name": listed.owner_name or OWNER_NAMES[listed.owner_kind],
        },
        "last_message": {
            "text": listed.last_message_text,
            "from": _side(listed.last_message_from),
            "at": listed.last_message_at,
        },
        "offer": offer,
    }


def _side(author: str) -> str:
    return author if author in ("customer", "bot", "agent") else "system"
