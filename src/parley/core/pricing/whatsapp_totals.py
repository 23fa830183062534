"""What WhatsApp itself counts and charges, beside what was booked here: where they differ, and what to do (C5).

A status tells of one message; the totals tell of all. What no status told us of, another program sent, or a card prices
wrongly is only seen in the totals.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Difference = Literal["", "more_there", "more_here", "amount", "example", "unpriced", "currency"]
# A card has six places and WhatsApp adds up before it rounds.
ROUNDING = Decimal("0.005")


@dataclass(frozen=True)
class Counted:
    """Some messages of one country, category and kind, as one side counts them.

    ``amount``: None where nobody said how much; ``currency``: '' for what is free or has no amount. ``example``: by a
    card whose figures are made up.
    """

    country: str
    category: str
    kind: str
    count: int
    amount: Decimal | None
    currency: str
    example: bool = False

    @property
    def place(self) -> tuple[str, str, str]:
        """What is compared with each other."""
        return (self.country, self.category, self.kind)


@dataclass(frozen=True)
class Compared:
    """Both sides of one country, category and kind. ``difference``: '' where they agree."""

    country: str
    category: str
    kind: str
    ours: int
    theirs: int
    our_amount: Decimal | None
    their_amount: Decimal | None
    our_currency: str
    their_currency: str
    difference: Difference


@dataclass(frozen=True)
class Trouble:
    """Why an account's totals could not be fetched."""

    account_id: str
    code: int
    sentence: str
    retriable: bool


@dataclass(frozen=True)
class Totals:
    """A month (UTC), as far as WhatsApp was asked about it.

    ``days``: how many of its days both sides are compared over; ``last``: the last of them. Only whole days are.
    """

    month: str
    days: int
    last: date | None
    lines: tuple[Compared, ...]
    troubles: tuple[Trouble, ...]

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Those that do not agree."""
        return tuple(line for line in self.lines if line.difference)


def compared(ours: Iterable[Counted], theirs: Iterable[Counted]) -> tuple[Compared, ...]:
    """Each place that either side counts, in order."""
    here, there = {each.place: each for each in ours}, {each.place: each for each in theirs}
    return tuple(_line(place, here.get(place), there.get(place)) for place in sorted(here.keys() | there.keys()))


def category_of(told: str) -> str:
    """``AUTHENTICATION_INTERNATIONAL`` and ``authentication-international`` are one."""
    return told.strip().lower().replace("_", "-")


def kind_of(told: str) -> str:
    """``REGULAR``, ``FREE_CUSTOMER_SERVICE`` or ``FREE_ENTRY_POINT``, as statuses write them."""
    return told.strip().lower()


def _line(place: tuple[str, str, str], ours: Counted | None, theirs: Counted | None) -> Compared:
    return Compared(
        *place,
        ours=ours.count if ours else 0,
        theirs=theirs.count if theirs else 0,
        our_amount=ours.amount if ours else Decimal(0),
        their_amount=theirs.amount if theirs else Decimal(0),
        our_currency=ours.currency if ours else "",
        their_currency=theirs.currency if theirs else "",
        difference=_difference(ours, theirs),
    )


def _difference(ours: Counted | None, theirs: Counted | None) -> Difference:
    """Counts first: while they differ, so must the amounts."""
    if ours is None or theirs is None or ours.count != theirs.count:
        return "more_here" if theirs is None or (ours and ours.count > theirs.count) else "more_there"
    if theirs.amount is None:  # WhatsApp shows no amounts to an account that a partner pays for
        return ""
    if ours.amount is None:
        return "unpriced" if theirs.amount else ""
    other_currency = bool(ours.amount and theirs.amount and ours.currency != theirs.currency)
    if not other_currency and abs(ours.amount - theirs.amount) < ROUNDING:
        return ""
    if ours.example:
        return "example"
    return "currency" if other_currency else "amount"
