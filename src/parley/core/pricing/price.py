"""What a message would cost if it were sent now, by message, as WhatsApp charges since July 2025 (C1, C6).

Free text is free, and goes out within the window only. Utility is free within the window. Everything is free for 72
hours after we answered somebody who came by an advertisement. All other templates are charged when they arrive.
Source: the platform's page on prices.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from parley.core.pricing.cards import Card, Rate
from parley.core.pricing.markets import OTHER

SERVICE = "service"
ANSWER_WITHIN = timedelta(hours=24)
FREE_ENTRY = timedelta(hours=72)
FreeBecause = Literal["answer_in_window", "utility_in_window", "free_entry_point"]
UnpricedBecause = Literal["no_card", "no_rate", "unknown_country"]


@dataclass(frozen=True)
class Sending:
    """``category``: the template's, or 'service' for free text. ``country``: two letters, or 'Other'."""

    category: str
    country: str
    at: datetime
    window_until: datetime | None
    free_entry_until: datetime | None = None


@dataclass(frozen=True)
class Free:
    """It costs nothing."""

    because: FreeBecause


@dataclass(frozen=True)
class Charged:
    """``nth``: which charged message of its kind it would be in the month."""

    rate: Rate
    card: Card
    nth: int

    @property
    def amount(self) -> Decimal:
        """In the card's currency."""
        return self.rate.amount


@dataclass(frozen=True)
class Unpriced:
    """It is charged, and nobody can say how much."""

    because: UnpricedBecause
    card: Card | None = None


@dataclass(frozen=True)
class NotSendable:
    """Free text outside the window has no price: it can not be sent (C4)."""


Price = Free | Charged | Unpriced | NotSendable


def free_entry_until(came_at: datetime | None, answered_at: datetime | None, now: datetime) -> datetime | None:
    """When the free time ends of somebody who came by an advertisement; None where there is none.

    It begins with our first answer, within 24 hours; where there was none yet, what is sent now would be it.
    """
    if came_at is None:
        return None
    answer = answered_at or now
    return answer + FREE_ENTRY if answer < came_at + ANSWER_WITHIN else None


def foretell(sending: Sending, card: Card | None, charged_before: int) -> Price:
    """``charged_before``: how many of that market and category the month has had."""
    free = _free(sending)
    if free is not None:
        return Free(free)
    if sending.category == SERVICE:
        return NotSendable()
    return priced(sending.country, sending.category, card, charged_before + 1)


def priced(country: str, category: str, card: Card | None, nth: int) -> Charged | Unpriced:
    """What one that is charged costs."""
    if card is None:
        return Unpriced("no_card")
    if country == OTHER:
        return Unpriced("unknown_country", card)
    rate = card.rate(country, category, nth)
    return Charged(rate, card, nth) if rate else Unpriced("no_rate", card)


def kind_of(price: Price) -> str:
    """The platform's word for it: regular, free_customer_service or free_entry_point; '' for what can not be sent."""
    match price:
        case Free(because="free_entry_point"):
            return "free_entry_point"
        case Free():
            return "free_customer_service"
        case NotSendable():
            return ""
        case _:
            return "regular"


def _free(sending: Sending) -> FreeBecause | None:
    window_open = sending.window_until is not None and sending.at < sending.window_until
    if sending.category == SERVICE and not window_open:
        return None
    if sending.free_entry_until is not None and sending.at < sending.free_entry_until:
        return "free_entry_point"
    if sending.category == SERVICE:
        return "answer_in_window"
    return "utility_in_window" if sending.category == "utility" and window_open else None
