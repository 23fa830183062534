"""A thread: messages with what belongs to them, and the events between them."""

from typing import Any, Literal
from uuid import UUID

import msgspec
from pydantic import Field

from parley.api.models.base import Body, Model, Sentence, Time
from parley.api.models.content import ContentJson, SendableJson
from parley.core.messages import content_from, plain_text
from parley.storage.threads import File, Happened, Shown

Side = Literal["customer", "agent"]


class Author(Model):
    """Who wrote it, or who did it."""

    kind: Literal["customer", "bot", "agent", "system"]
    account_id: UUID | None
    name: str


class SendError(Model):
    """Why it was not sent: the platform's or the gate's reason in plain words, and what can be done."""

    code: str
    clause: str
    sentence: Sentence
    next_step: str
    next_sentence: Sentence

    @classmethod
    def of(cls, error: dict[str, Any]) -> "SendError":
        """From what was kept; what is missing is empty."""
        return cls.model_validate({name: str(error.get(name) or "") for name in cls.model_fields})


class HeldOut(Model):
    """Why it waits for a person, and until when. ``needs``: how many must agree before it is sent."""

    case_id: UUID
    until: Time
    clause: str
    sentence: Sentence
    needs: int

    @classmethod
    def of(cls, shown: Shown) -> "HeldOut | None":
        """From the message's open case, None where there is none."""
        if shown.held_case_id is None:
            return None
        holding = [each for each in shown.held_findings or [] if each.get("verdict") == "hold"] or [{}]
        found = {name: str(holding[0].get(name) or "") for name in ("clause", "sentence")}
        return cls.model_validate(
            {"case_id": shown.held_case_id, "until": shown.held_until, "needs": shown.held_needs, **found}
        )


class ReactionOut(Model):
    """An emoji on the message."""

    emoji: str
    from_: Side = Field(alias="from", serialization_alias="from")


class MediaOut(Model):
    """The file of a message."""

    media_id: UUID
    url: str
    state: Literal["pending", "stored", "failed"]
    mime_type: str
    filename: str
    size: int | None
    reason: str | None

    @classmethod
    def of(cls, file: File) -> "MediaOut":
        """From what is known of the file."""
        return cls.model_validate({**vars(file), "url": f"/api/media/{file.media_id}"})


class Message(Model):
    """One message of the thread. ``context``: forwarded, from an advertisement, edited, or come another way.

    ``client_key``: the idempotency key of an agent's message, by which the page that sent it knows it again.
    """

    message_id: UUID
    position: int
    direction: Literal["in", "out", "note"]
    author: Author
    type: str
    content: ContentJson
    text: str
    status: Literal["received", "queued", "held", "accepted", "sent", "delivered", "read", "failed", "refused", "note"]
    error: SendError | None
    held: HeldOut | None
    reply_to: str | None
    platform_id: str | None
    reactions: list[ReactionOut]
    media: MediaOut | None
    at: Time
    context: dict[str, Any]
    client_key: str | None

    @classmethod
    def of(cls, shown: Shown, customer: str, reactions: list[tuple[str, str]], file: File | None) -> "Message":
        """From what was read of it; ``reactions``: (direction, emoji)."""
        names = {"customer": customer, "bot": "ChatBot", "agent": shown.author_name}
        return cls(
            message_id=shown.message_id,
            position=shown.position,
            direction=shown.direction,
            author=Author(
                kind=shown.author_kind, account_id=shown.author_id, name=names.get(shown.author_kind, "System")
            ),
            type=shown.type,
            content={name: each for name, each in shown.content.items() if name != "raw"},
            text=line_of(shown.content),
            status=shown.status,
            error=SendError.of(shown.error) if shown.error else None,
            held=HeldOut.of(shown),
            reply_to=shown.reply_to,
            platform_id=shown.platform_id,
            reactions=[
                ReactionOut.model_validate({"emoji": emoji, "from": "customer" if direction == "in" else "agent"})
                for direction, emoji in reactions
            ],
            media=MediaOut.of(file) if file else None,
            at=shown.at,
            context=shown.context,
            client_key=shown.idempotency_key if shown.author_kind == "agent" else None,
        )


def line_of(content: dict[str, Any]) -> str:
    """A message that can not be read any more must not hide the others."""
    try:
        return plain_text(content_from(content))
    except msgspec.ValidationError:
        return f"Unsupported message ({content.get('type', 'unknown')})"


class Event(Model):
    """Something that happened to the conversation."""

    event_id: int
    kind: str
    actor: Author
    data: dict[str, Any]
    at: Time

    @classmethod
    def of(cls, happened: Happened, customer: str, names: dict[str, str]) -> "Event":
        """From what was read; an account in ``data`` gets its name beside it."""
        known = {"customer": customer, "bot": "ChatBot", "agent": happened.actor_name}
        data = dict(happened.data)
        if data.get("to") in names:
            data.setdefault("to_name", names[data["to"]])
        return cls(
            event_id=happened.event_id,
            kind=happened.kind,
            actor=Author(
                kind=happened.actor_kind,
                account_id=happened.actor_id,
                name=known.get(happened.actor_kind, "System"),
            ),
            data=data,
            at=happened.at,
        )


class Thread(Model):
    """A page of a thread, oldest first, with the events of the same span. ``next_before`` asks for what is older."""

    items: list[Message]
    events: list[Event]
    next_before: int | None


class Say(Body):
    """What to say, and what the author saw: a conversation that moved on since then is not written to."""

    content: SendableJson
    owner_version: int
    idempotency_key: str = Field(min_length=1, max_length=200)
    reply_to: str | None = Field(None, max_length=300)


class Draft(Body):
    """What somebody is about to say. ``waits``: not now, but when the customer next writes."""

    content: SendableJson
    waits: bool = False


class Note(Body):
    """A note for colleagues."""

    text: str
