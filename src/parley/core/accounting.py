"""What messages are charged, by both models: conversations as the policy says (C1, C5, C6), and single messages.

A business-initiated conversation is opened by the first template delivered outside the window; a user-initiated one by
the first reply delivered within it. Either lasts 24 hours. Per message, as since July 2025, every delivered template
is charged, save utility within the window; all else is free. Nothing is charged that was not delivered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import phonenumbers

CONVERSATION = timedelta(hours=24)
Model = Literal["conversation", "message"]


@dataclass(frozen=True)
class Delivery:
    """One message that arrived. ``category``: the template's, or 'service'. ``reported``: what WhatsApp said of its
    price, as ``type/category``, '' where it said nothing."""

    message_id: str
    number_id: str
    contact_id: str
    market: str
    category: str
    at: datetime
    window_open: bool
    reported: str = ""


@dataclass(frozen=True)
class Charge:
    """One line of the account. ``kind``: business_initiated, user_initiated; regular, free_customer_service."""

    message_id: str
    market: str
    category: str
    kind: str


@dataclass(frozen=True)
class Rate:
    """One row of a rate card: ``market`` is a country's letters, or 'Other'."""

    market: str
    category: str
    rate: Decimal
    currency: str
    valid_from: datetime


@lru_cache(maxsize=20_000)
def market_of(phone: str) -> str:
    """The country of a telephone number by its calling code, 'Other' where it has none."""
    try:
        number = phonenumbers.parse(phone if phone.startswith("+") else f"+{phone}")
    except phonenumbers.NumberParseException:
        return "Other"
    code = number.country_code or 0
    region = phonenumbers.region_code_for_number(number) or phonenumbers.region_code_for_country_code(code)
    return str(region) if region and region != "ZZ" else "Other"


def by_conversation(deliveries: Iterable[Delivery]) -> list[Charge]:
    """The conversations that were opened, each by the message that opened it."""
    until: dict[tuple[str, str], datetime] = {}
    opened = []
    for each in sorted(deliveries, key=lambda one: one.at):
        between = (each.number_id, each.contact_id)
        if between in until and each.at < until[between]:
            continue
        until[between] = each.at + CONVERSATION
        if each.window_open:
            opened.append(Charge(each.message_id, each.market, "service", "user_initiated"))
        else:
            opened.append(Charge(each.message_id, each.market, each.category, "business_initiated"))
    return opened


def by_message(deliveries: Iterable[Delivery]) -> list[Charge]:
    """Each message with what it is charged as."""
    return [Charge(d.message_id, d.market, d.category, _kind(d.category, d.window_open)) for d in deliveries]


def _kind(category: str, window_open: bool) -> str:
    free = category == "service" or (category == "utility" and window_open)
    return "free_customer_service" if free else "regular"


def differences(deliveries: Sequence[Delivery]) -> list[tuple[str, str, str]]:
    """Where WhatsApp's word differs from ours: message, ours, theirs. A free entry point is theirs to know."""
    ours = {charge.message_id: f"{charge.kind}/{charge.category}" for charge in by_message(deliveries)}
    return [
        (one.message_id, ours[one.message_id], one.reported)
        for one in deliveries
        if one.reported and not one.reported.startswith("free_entry_point") and one.reported != ours[one.message_id]
    ]


def price_of(market: str, category: str, window_open: bool, rates: Sequence[Rate], now: datetime) -> Rate | None:
    """What a message would cost now, by message; None where it is free or no card says."""
    if _kind(category, window_open) != "regular":
        return None
    fitting = [
        rate
        for rate in rates
        if rate.category == category and rate.market in (market, "Other") and rate.valid_from <= now
    ]
    return max(fitting, key=lambda rate: (rate.market == market, rate.valid_from), default=None)
