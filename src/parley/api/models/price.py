"""What a message would cost, and what a month's did."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainSerializer

from parley.api.models.base import Model, Sentence, Time


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
    sentence: Sentence
    category: str
    country: str
    market: str
    amount: Amount | None
    currency: str
    nth: int
    card: CardOut | None


class LineOut(Model):
    """Some messages or conversations of one country, category and kind. ``unpriced``: charged, no card said how much.

    ``kind`` by message: regular, free_customer_service, free_entry_point, within_conversation, unreported; by
    conversation: business_initiated, user_initiated, free_entry_point.
    """

    country: str
    category: str
    kind: str
    count: int
    amount: Amount
    currency: str
    unpriced: int


class SumOut(Model):
    """What the month cost by one model in one currency, '' for what has no price."""

    model: Literal["message", "conversation"]
    currency: str
    amount: Amount
    unpriced: int


class ReconciledOut(Model):
    """How many messages WhatsApp prices as foretold, otherwise, and of how many it has said nothing yet."""

    same: int
    differing: int
    unreported: int


class DifferenceOut(Model):
    """A message that WhatsApp prices otherwise than was foretold: ``kind/category`` and the amount of both."""

    message_id: str
    at: Time
    ours: str
    theirs: str
    foretold: Amount | None
    booked: Amount | None
    currency: str


class MonthOut(Model):
    """A month by both models, the newest 200 differences, and the rate cards of the Client."""

    month: str
    delivered: int
    complete: bool
    by_message: list[LineOut]
    by_conversation: list[LineOut]
    sums: list[SumOut]
    reconciled: ReconciledOut
    differences: list[DifferenceOut]
    cards: list[CardOut]
