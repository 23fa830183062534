"""What messages are charged, by both models: conversations as the policy says (C1, C5, C6), and single messages.

A business-initiated conversation is opened by the first template delivered outside the window; a user-initiated one by
the first reply delivered within it. Either lasts 24 hours, and what an advertisement began 72, for nothing. Per
message, as since July 2025, every delivered template is charged, save utility within the window; all else is free.
Nothing is charged that was not delivered.
"""

from collections.abc import Iterable, Sequence
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
    """One line of the account. ``kind``: business_initiated, user_initiated, free_entry_point; by message regular,
    free_customer_service."""

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
