"""What a message would cost."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from parley.api.models.base import Model


def _plain(amount: Decimal) -> str:
    return format(amount.normalize() + Decimal(0), "f")


# As decimal text: money is never a binary fraction.
Amount = Annotated[Decimal, PlainSerializer(_plain, return_type=str)]

Outcome = Literal["free", "charged", "unpriced", "not_sendable"]


class CardOut(Model):
    """A rate card. ``example``: made up, nobody's price."""

    name: str
    model: Literal["message", "conversation"]
    currency: str
    valid_from: date
    example: bool


class PriceOut(Model):
    """``outcome``: free, charged, unpriced (charged, and nobody knows how much) or not_sendable; ``reason`` says why.

    ``amount`` and ``card`` where it is charged. ``country``: two letters, or Other; ``market``: the row of the card.
    """

    outcome: Outcome
    reason: str
    sentence: str
    category: str
    country: str
    market: str
    amount: Amount | None
    currency: str
    nth: int
    card: CardOut | None
