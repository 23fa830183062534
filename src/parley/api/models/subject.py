"""A person's request about their own data."""

from typing import Any
from uuid import UUID

from pydantic import Field

from parley.api.models.base import Body, Model, Time


class SubjectRequest(Body):
    """How they asked: it goes on record."""

    asked_how: str = Field(min_length=1, max_length=500)


class PersonalData(Model):
    """All that is kept about the person, by kind; files as base64."""

    contact_id: UUID
    made_at: Time
    data: dict[str, list[dict[str, Any]]]


class Erased(Model):
    """How many rows of each kind were emptied."""

    contact_id: UUID
    erased_at: Time
    rows: dict[str, int]
