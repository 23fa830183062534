"""The shape of what is said of the line to WhatsApp."""

from typing import Literal

from parley.api.models.base import Model, Time
from parley.core.line import State


class LineOut(Model):
    """``since``: when it was last otherwise, null where it never was. ``about``: the Clients it concerns."""

    state: State
    since: Time | None
    about: list[str]


class Health(Model):
    """``line`` is unknown where the database does not answer, or no worker was ever at work."""

    status: Literal["ok"]
    line: State | Literal["unknown"]
