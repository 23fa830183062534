"""Connecting a number on the page."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time

# The page passes on what another window told: nothing but digits is an id.
Id = Annotated[str, Field(max_length=32, pattern=r"^\d*$")]
Digits = Annotated[str, Field(pattern=r"^(\d{6})?$", description="Six digits, or nothing.")]


class SignUpBegun(Body):
    """``in_app``: the number is used in the Business App and stays there, too."""

    in_app: bool = False


class CodeIn(Body):
    """What the dialogue ended with. ``pin``: the two-step PIN, of one's own choice, for a number that has none."""

    code: str = Field(min_length=1, max_length=4000, repr=False)
    account_id: Id = ""
    number_id: Id = ""
    pin: Digits = Field("", repr=False)


class AttemptIn(Body):
    """What was missing: the PIN, or the digits of the SMS (``sms``)."""

    pin: Digits = Field("", repr=False)
    sms: Digits = Field("", repr=False)


class EndIn(Body):
    """The dialogue ended without a code. CANCEL and ERROR are WhatsApp's own words; the others the page has noticed."""

    how: Literal["CANCEL", "ERROR", "DENIED", "CLOSED", "BLOCKED"]
    step: str = Field("", max_length=100)
    message: str = Field("", max_length=1000)
    code: str = Field("", max_length=20)


class StepOut(Model):
    """A step that was taken."""

    name: str
    sentence: str
    at: Time


class SignUpOut(Model):
    """``state``: open, waiting (its steps are taken), stopped, connected, cancelled.

    ``trouble``: what went wrong and what mends it; ``needs``: code (of an SMS), pin, dialogue (begin again), or ''.
    ``all``: of how many steps ``steps`` are the first.
    """

    sign_up_id: UUID
    state: Literal["open", "waiting", "stopped", "connected", "cancelled"]
    in_app: bool
    begun_by: str
    begun_at: Time
    changed_at: Time
    account_id: str
    number_id: str
    steps: list[StepOut]
    all: int
    trouble: str
    needs: str


class DialogueOut(Model):
    """Where to open it, and whose messages are its own (``origins``)."""

    sign_up_id: UUID
    address: str
    origins: list[str]


class SignUps(Model):
    """The newest first."""

    items: list[SignUpOut]
