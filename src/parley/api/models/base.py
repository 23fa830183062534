"""What all models share."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


def _in_utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


# Whatever zone the database session has, callers get UTC.
Time = Annotated[AwareDatetime, AfterValidator(_in_utc)]


class Model(BaseModel):
    """A value of the API."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Body(BaseModel):
    """What a caller sends. A field that we do not know is an error: it would be lost silently."""

    model_config = ConfigDict(extra="forbid")
