"""Conversations as the policy counts them (C1, C5, C6), from what was delivered.

A business-initiated conversation is opened by the first template delivered outside the window; a user-initiated one by
the first reply delivered within it. Either lasts 24 hours, and what an advertisement began 72, for nothing. What was
not delivered opens none. Single messages, as they are charged since July 2025, are in ``core/pricing``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

CONVERSATION = timedelta(hours=24)
FREE_ENTRY = timedelta(hours=72)


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
    """A conversation that was opened. ``kind``: business_initiated, user_initiated, free_entry_point."""

    message_id: str
    market: str
    category: str
    kind: str


def by_conversation(deliveries: Iterable[Delivery]) -> list[Charge]:
    """The conversations that were opened, each by the message that opened it."""
    until: dict[tuple[str, str], datetime] = {}
    opened = []
    for each in sorted(deliveries, key=lambda one: one.at):
        between = (each.number_id, each.contact_id)
        if between in until and each.at < until[between]:
            continue
        free_entry = each.reported.startswith("free_entry_point")
        until[between] = each.at + (FREE_ENTRY if free_entry else CONVERSATION)
        if free_entry:
            opened.append(Charge(each.message_id, each.market, "service", "free_entry_point"))
        elif each.window_open:
            opened.append(Charge(each.message_id, each.market, "service", "user_initiated"))
        else:
            opened.append(Charge(each.message_id, each.market, each.category, "business_initiated"))
    return opened
