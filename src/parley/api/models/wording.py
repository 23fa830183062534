"""The words with which people are asked to opt in."""

from typing import Literal

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.decision import FindingOut

Purpose = Literal["all", "marketing", "utility", "authentication"]


class WordingIn(Body):
    """A new version."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$", description="Such as account-form.")
    language: str = Field(pattern=r"^[a-z]{2}$")
    text: str = Field(min_length=1, max_length=2000)
    method: str = Field("form", min_length=1, max_length=40)
    purpose: Purpose = "all"


class WordingOut(Model):
    """A version with the gate's word on it. ``key`` is how a consent names it."""

    key: str
    name: str
    language: str
    version: int
    text: str
    method: str
    purpose: Purpose
    state: Literal["cleared", "held", "refused", "retired"]
    may_be_shown: bool
    findings: list[FindingOut]
    rulebook_version: str
    created_at: Time


class Wordings(Model):
    """By name and language, the newest version first."""

    items: list[WordingOut]
