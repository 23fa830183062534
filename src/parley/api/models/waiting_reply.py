"""A reply that waits for the customer's next message."""

from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Sentence, Time
from parley.api.models.content import ContentJson, SendableJson
from parley.api.models.message import Author, MediaOut
from parley.core.conversation import BY_CLAUSE, WHY, Stopped, WaitingReply
from parley.core.messages import plain_text, to_builtins
from parley.storage.threads import File


class StoppedOut(Model):
    """Why it does not leave any more; ``clause`` '' where it was no word of the policy's."""

    why: Stopped
    clause: str
    sentence: Sentence
    next_sentence: Sentence

    @classmethod
    def of(cls, reply: WaitingReply) -> "StoppedOut | None":
        """The gate's own words, where it was the gate; None while it waits."""
        if not reply.stopped:
            return None
        ours = {"sentence": WHY[reply.stopped], "clause": BY_CLAUSE.get(reply.stopped)}
        said = ours | (reply.refusal or {})
        words = {name: str(said.get(name) or "") for name in ("clause", "sentence", "next_sentence")}
        return cls.model_validate({"why": reply.stopped, **words})


class WaitingReplyOut(Model):
    """It leaves when the customer next writes before ``until``; with ``stopped`` it stays, to be looked at.

    ``author``: whose words they are, since ``written_at``. When it leaves it is the message ``reply_id``.
    """

    reply_id: UUID
    content: ContentJson
    text: str
    media: MediaOut | None
    reply_to: str | None
    author: Author
    written_at: Time
    until: Time
    stopped: StoppedOut | None

    @classmethod
    def of(cls, reply: WaitingReply, author: str, file: File | None) -> "WaitingReplyOut":
        """From what was read of it."""
        return cls(
            reply_id=reply.reply_id,
            content=to_builtins(reply.content),
            text=plain_text(reply.content),
            media=MediaOut.of(file) if file else None,
            reply_to=reply.reply_to or None,
            author=Author(kind="agent", account_id=reply.written_by, name=author),
            written_at=reply.written_at,
            until=reply.until,
            stopped=StoppedOut.of(reply),
        )


class WaitingReplyIn(Body):
    """What to say when the customer next writes, and what the author saw."""

    content: SendableJson
    owner_version: int
    reply_to: str | None = Field(None, max_length=300)
