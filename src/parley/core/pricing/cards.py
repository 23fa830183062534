"""A rate card: what is charged by market, category and how many the month had, from a day on, in one currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from parley.core.pricing.markets import rows_of

# What one rate is for: a delivered message (since July 2025), or a conversation of 24 hours (before, and the document).
Model = Literal["message", "conversation"]
CATEGORIES = ("marketing", "utility", "authentication", "authentication-international", "service")
# Names of WhatsApp's statuses that a card has no row for.
PRICED_AS = {"marketing_lite": "marketing", "authentication_international": "authentication-international"}
CURRENCIES = frozenset(
    ["USD", "AED", "ARS", "AUD", "BRL", "CLP", "COP", "EUR", "GBP", "IDR", "INR", "MXN", "MYR", "PEN", "SAR", "SGD"]
)


@dataclass(frozen=True)
class Rate:
    """``low`` to ``high``: of which to which charged message of a month, both included; no high, no end."""

    market: str
    category: str
    amount: Decimal
    low: int = 1
    high: int | None = None


@dataclass(frozen=True)
class Card:
    """``example``: made up, for trying things out; it is never anybody's price."""

    name: str
    model: Model
    currency: str
    valid_from: date
    rates: tuple[Rate, ...]
    example: bool = False

    def rate(self, country: str, category: str, nth: int) -> Rate | None:
        """What holds for the ``nth`` charged message of the month; None where the card has no row for it."""
        wanted = PRICED_AS.get(category, category)
        for market in rows_of(country):
            rows = [each for each in self.rates if each.market == market and each.category == wanted]
            if rows:
                return next((row for row in rows if row.low <= nth and (row.high is None or nth <= row.high)), None)
        return None


def in_force(cards: Iterable[Card], model: Model, day: date) -> Card | None:
    """The one that began last. A new card replaces the whole of the one before it."""
    begun = [card for card in cards if card.model == model and card.valid_from <= day]
    return max(begun, key=lambda card: card.valid_from, default=None)
