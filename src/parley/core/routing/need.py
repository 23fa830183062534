"""What is matched: a conversation's need against the people who are there."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Need:
    """A conversation that waits for a person. ``declined_by``: who has passed on it already, newest last."""

    conversation_id: UUID
    skill: str
    language: str
    team_id: UUID | None
    queued_at: datetime
    declined_by: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Agent:
    """A person at a desk. ``open_conversations`` counts what needs them now, open offers included."""

    account_id: UUID
    name: str
    team_id: UUID | None
    skills: frozenset[str]
    languages: frozenset[str]
    capacity: int
    presence: str
    open_conversations: int
    last_assigned_at: datetime | None


@dataclass(frozen=True)
class Offer:
    """The conversation goes to this person, and why: recorded and shown."""

    account_id: UUID
    reason: str
    record: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Hold:
    """Nobody can take it now, and why."""

    reason: str
    record: dict[str, Any] = field(default_factory=dict)
