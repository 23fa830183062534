"""Colleagues, canned replies, templates, files and consents."""

from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.session import Presence, TeamOut


class ColleagueOut(Model):
    """Somebody of the same business."""

    account_id: UUID
    name: str
    team_id: UUID | None
    presence: Presence
    open_conversations: int
    capacity: int


class Colleagues(Model):
    """Everybody, and the teams."""

    items: list[ColleagueOut]
    teams: list[TeamOut]


class Looking(Body):
    """Whether one writes an answer at this moment."""

    writing: bool = False


class LookerOut(Model):
    """A colleague who has the conversation open."""

    account_id: UUID
    name: str
    is_writing: bool


class Lookers(Model):
    """In the order in which they came."""

    items: list[LookerOut]


class CannedReply(Model):
    """A reply by its shortcut."""

    shortcut: str
    text: str


class CannedReplies(Model):
    """All of them, by shortcut."""

    items: list[CannedReply]


class ParameterOut(Model):
    """A place to fill in, counted from 1 within its part; ``button``: which of the buttons has it, from 0."""

    part: Literal["header", "body", "button", "code"]
    index: int
    example: str
    name: str
    button: int | None


class TemplateButton(Model):
    """A button of a template."""

    type: str
    text: str


class TemplateOut(Model):
    """A template to choose and fill in."""

    name: str
    language: str
    category: Literal["marketing", "utility", "authentication"]
    status: str
    header: str
    body: str
    footer: str
    buttons: list[TemplateButton]
    parameters: list[ParameterOut]
    header_kind: Literal["", "text", "image", "video", "document", "location"]
    cards: bool
    offer: bool


class Templates(Model):
    """The templates by name."""

    items: list[TemplateOut]


class Uploaded(Model):
    """A file that can be sent now."""

    media_id: UUID
    kind: Literal["image", "video", "audio", "document", "sticker"]
    mime_type: str
    filename: str
    size: int


class ConsentIn(Body):
    """What a person said, how, and the evidence for it."""

    purpose: Literal["all", "marketing", "utility"]
    action: Literal["opt_in", "opt_out"]
    method: str = Field(min_length=1, max_length=40)
    wording: str = Field("", max_length=2000)
    wording_version: str = Field("", max_length=60, description="Words that were cleared, as name/language/version.")
    language: str = Field("", max_length=10)
    given_at: Time | None = Field(None, description="When they said it, where that was before now.")
    evidence: dict[str, Any] = Field(default_factory=dict)


class ConsentRecorded(Model):
    """What was kept."""

    purpose: Literal["all", "marketing", "utility"]
    action: Literal["opt_in", "opt_out"]
    at: Time
    method: str
