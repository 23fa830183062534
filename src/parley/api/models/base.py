"""What all models share."""

from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, PlainSerializer

from parley.core.policy.saying import said_in

# The first language of whoever reads the answer: set where the request's caller is found.
READER: ContextVar[str] = ContextVar("reader", default="en")


def _to_the_reader(sentence: str) -> str:
    return said_in(READER.get(), sentence)


# What the gate said, told in the reader's language.
Sentence = Annotated[str, PlainSerializer(_to_the_reader, return_type=str)]


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
