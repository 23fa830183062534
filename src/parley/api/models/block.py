"""People whom somebody at the desk has blocked."""

from typing import Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time


class BlockIn(Body):
    """Why, and what happened: a colleague who supervises looks at it."""

    reason: Literal["abuse", "threat", "sexual", "spam"]
    note: str = Field(min_length=10, max_length=1000)


class BlockOut(Model):
    """``state``: wanted (WhatsApp is being told), blocked, lifting, lifted, refused (by WhatsApp, with its ``code``).

    It ends ``until``, after a day where nobody has confirmed it. ``may_confirm``, ``may_lift``: whether the reader may.
    ``trouble``: why WhatsApp refused for good, and what to do; '' else. A block that it would not lift is still lifting
    then, and lifting it again tells WhatsApp once more.
    """

    block_id: UUID
    number_id: str
    contact_id: UUID
    contact_name: str
    state: Literal["wanted", "blocked", "lifting", "lifted", "refused"]
    reason: Literal["abuse", "threat", "sexual", "spam"]
    note: str
    blocked_by: str
    blocked_at: Time
    until: Time
    confirmed_by: str
    lifted_at: Time | None
    code: int
    trouble: str
    may_confirm: bool
    may_lift: bool


class BlockOfPerson(Model):
    """The block that holds for the person of a conversation, else the last if WhatsApp refused it; null for none."""

    block: BlockOut | None


class Blocks(Model):
    """Those that hold first, then the newest."""

    items: list[BlockOut]
