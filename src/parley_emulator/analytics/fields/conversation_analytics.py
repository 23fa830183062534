"""Conversations of the older price model, and what they cost."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.metrics import metrics_in
from parley_emulator.analytics.points import Points
from parley_emulator.platform import Platform
from parley_emulator.pricing.bills import Charge, charges_of
from parley_emulator.state.records import Account

GRANULARITIES = ("HALF_HOUR", "DAILY", "MONTHLY")
METRICS = ("COST", "CONVERSATION")
CATEGORIES = ("AUTHENTICATION", "MARKETING", "SERVICE", "UTILITY")
TYPES = ("FREE_ENTRY", "FREE_TIER", "REGULAR")
DIRECTIONS = ("BUSINESS_INITIATED", "USER_INITIATED")
DIMENSIONS = ("CONVERSATION_CATEGORY", "CONVERSATION_DIRECTION", "CONVERSATION_TYPE", "COUNTRY", "PHONE")
KINDS = {"free_entry_point": "FREE_ENTRY", "free_customer_service": "FREE_TIER", "regular": "REGULAR"}


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """A conversation counts when the first of its messages arrives."""
    span = asked.span(GRANULARITIES)
    metrics = metrics_in(account, asked, METRICS)
    wanted = {
        "conversation_category": asked.listed("conversation_categories", CATEGORIES),
        "conversation_type": asked.listed("conversation_types", TYPES),
        "conversation_direction": asked.listed("conversation_directions", DIRECTIONS),
        "phone_number": ["".join(filter(str.isdigit, each)) for each in asked.listed("phone_numbers")],
        "country": [each.upper() for each in asked.listed("country_codes")],
    }
    names = ["phone_number" if each == "PHONE" else each.lower() for each in asked.listed("dimensions", DIMENSIONS)]
    points, begun = Points(), set()
    for charge in charges_of(platform, account):
        opened = charge.message.conversation
        if opened is None or opened[0] in begun:
            continue
        begun.add(opened[0])
        place = _place(platform, charge)
        if not span.has(charge.at) or any(values and place[name] not in values for name, values in wanted.items()):
            continue
        figures: dict[str, float | None] = {"conversation": 1 if "CONVERSATION" in metrics else None}
        figures["cost"] = charge.cost if "COST" in metrics else None
        told = {name: value for name, value in figures.items() if value is not None}
        points.add({**span.point(charge.at), **{name: place[name] for name in names}}, **told)
    return {"data": [{"data_points": points.listed()}]}


def _place(platform: Platform, charge: Charge) -> dict[str, str]:
    return {
        "phone_number": platform.world.numbers[charge.message.number_id].digits,
        "country": charge.country,
        "conversation_type": KINDS[charge.kind],
        "conversation_direction": "USER_INITIATED" if charge.category == "service" else "BUSINESS_INITIATED",
        "conversation_category": charge.category.upper(),
    }
