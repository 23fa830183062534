"""Versions of the policy, a Client's choices of them, and what no longer holds."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time
from parley.api.models.decision import FindingOut
from parley.core.policy.versions import Direction


class ChangeOut(Model):
    """What a text changes. ``value`` is what the term becomes."""

    field: str
    value: Any
    direction: Direction
    clauses: list[str]
    why: str


class VersionOut(Model):
    """A text of the policy. ``loosens``: it counts only for a Client that has chosen it."""

    name: str
    title: str
    effective: date
    source: str
    loosens: bool
    in_force: bool
    changes: list[ChangeOut]


class Versions(Model):
    """All of them, by date. ``rulebook``: what is in force today for a Client without choices."""

    rulebook: str
    items: list[VersionOut]


class ChoiceOut(Model):
    """A Client's choice. It counts when somebody else has approved it and its day has come."""

    choice_id: UUID
    version: str
    title: str
    reason: str
    chosen_by: UUID
    chosen_at: Time
    effective_from: date
    approved_by: UUID | None
    approved_at: Time | None
    state: Literal["asked", "approved", "in force", "withdrawn"]


class Choices(Model):
    """Newest first. ``rulebook``: what is in force today for this Client."""

    rulebook: str
    items: list[ChoiceOut]


class NewChoice(Body):
    """Which text, and why. ``effective_from``: today where nothing is said."""

    version: str = Field(max_length=100)
    reason: str = Field(min_length=1, max_length=1000)
    effective_from: date | None = None


class ScreeningOut(Model):
    """One look at everything that stands."""

    rulebook_version: str
    cause: str
    began_at: Time
    screened: int
    failed: int


class StopOut(Model):
    """Something that no longer holds, by its name and never its words."""

    kind: str
    title: str
    verdict: str
    clauses: list[str]
    findings: list[FindingOut]
    rulebook_version: str
    stopped_at: Time
    lifted_at: Time | None


class StandingOut(Model):
    """The last look, null before the first, and what it and those before it have stopped."""

    last: ScreeningOut | None
    stops: list[StopOut]
