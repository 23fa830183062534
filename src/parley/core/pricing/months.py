"""A month's messages and what they cost, by message and by conversation, with where WhatsApp says otherwise (C5)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from parley.core.accounting import Charge, Delivery, by_conversation
from parley.core.pricing.cards import Card, Model

NOTHING = Decimal(0)
MONTH = r"20\d\d-(0[1-9]|1[0-2])"  # how a month is written
CardAt = Callable[[str, datetime], Card | None]


@dataclass(frozen=True)
class Line:
    """``kind``: regular, free_customer_service, free_entry_point, within_conversation, unreported; by conversation
    business_initiated, user_initiated, free_entry_point. ``unpriced``: charged, and no card said how much."""

    country: str
    category: str
    kind: str
    count: int
    amount: Decimal
    currency: str
    unpriced: int


@dataclass(frozen=True)
class Sum:
    """What a month cost by one model, in one currency."""

    model: Model
    currency: str
    amount: Decimal
    unpriced: int


@dataclass(frozen=True)
class Difference:
    """A message that WhatsApp prices otherwise than was foretold: ``kind/category`` and the amount of both."""

    message_id: str
    at: datetime
    ours: str
    theirs: str
    foretold: Decimal | None
    booked: Decimal | None
    currency: str


@dataclass(frozen=True)
class Reconciled:
    """How many WhatsApp prices as foretold, otherwise, and of how many it has said nothing yet."""

    same: int = 0
    differing: int = 0
    unreported: int = 0


@dataclass(frozen=True)
class Month:
    """``complete``: false where there were more messages than are read for the conversations."""

    month: str
    delivered: int
    complete: bool
    by_message: tuple[Line, ...]
    by_conversation: tuple[Line, ...]
    sums: tuple[Sum, ...]
    reconciled: Reconciled
    differences: tuple[Difference, ...]


def conversation_lines(deliveries: Sequence[Delivery], since: datetime, card_at: CardAt) -> list[Line]:
    """The conversations opened from ``since`` on; deliveries before it only tell which were open already.

    ``card_at``: number and time to the card by conversation in force. A reply's conversation has the rate of service.
    """
    known = {each.message_id: each for each in deliveries}
    lines: dict[tuple[str, str, str, str], Line] = {}
    for charge in by_conversation(deliveries):
        opened = known[charge.message_id]
        if opened.at >= since:
            line = _line(charge, card_at(opened.number_id, opened.at))
            key = (line.country, line.category, line.kind, line.currency)
            lines[key] = _added(lines[key], line) if key in lines else line
    return [lines[key] for key in sorted(lines)]


def sums_of(model: Model, lines: Iterable[Line]) -> list[Sum]:
    """By currency; what has no price is summed under ''."""
    sums: dict[str, Sum] = {}
    for line in lines:
        before = sums.get(line.currency, Sum(model, line.currency, NOTHING, 0))
        sums[line.currency] = Sum(model, line.currency, before.amount + line.amount, before.unpriced + line.unpriced)
    return [each for _, each in sorted(sums.items()) if each.currency or each.unpriced]


def _line(charge: Charge, card: Card | None) -> Line:
    if charge.kind == "free_entry_point":
        return Line(charge.market, charge.category, charge.kind, 1, NOTHING, "", 0)
    rate = card.rate(charge.market, charge.category, 1) if card else None
    if card is None or rate is None:
        return Line(charge.market, charge.category, charge.kind, 1, NOTHING, "", 1)
    return Line(charge.market, charge.category, charge.kind, 1, rate.amount, card.currency, 0)


def _added(one: Line, other: Line) -> Line:
    return Line(
        one.country,
        one.category,
        one.kind,
        one.count + other.count,
        one.amount + other.amount,
        one.currency,
        one.unpriced + other.unpriced,
    )
