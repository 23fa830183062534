"""Messages that arrived, and what they cost, since prices are by message."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.metrics import metrics_in
from parley_emulator.analytics.points import Points
from parley_emulator.platform import Platform
from parley_emulator.pricing.bills import Charge, charges_of
from parley_emulator.state.records import Account

GRANULARITIES = ("HALF_HOUR", "DAILY", "MONTHLY")
METRICS = ("COST", "VOLUME")
TYPES = ("REGULAR", "FREE_CUSTOMER_SERVICE", "FREE_ENTRY_POINT")
CATEGORIES = (
    *("AUTHENTICATION", "AUTHENTICATION_INTERNATIONAL", "MARKETING", "MARKETING_LITE", "SERVICE", "UTILITY"),
    "AI_BOT",
)
DIMENSIONS = ("COUNTRY", "PHONE", "PRICING_CATEGORY", "PRICING_TYPE", "TIER")


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """One point for each time and each value of the dimensions asked for."""
    span = asked.span(GRANULARITIES)
    metrics = metrics_in(account, asked, METRICS)
    types, categories = asked.listed("pricing_types", TYPES), asked.listed("pricing_categories", CATEGORIES)
    phones = {"".join(filter(str.isdigit, each)) for each in asked.listed("phone_numbers")}
    countries = {each.upper() for each in asked.listed("country_codes")}
    dimensions = asked.listed("dimensions", DIMENSIONS)
    points = Points()
    for charge in charges_of(platform, account):
        place = _place(platform, charge)
        if (
            charge.message.conversation
            or not span.has(charge.at)
            or (types and place["pricing_type"] not in types)
            or (categories and place["pricing_category"] not in categories)
            or (phones and place["phone_number"] not in phones)
            or (countries and place["country"] not in countries)
        ):
            continue
        names = [NAMES[each] for each in dimensions]
        kept = {name: place[name] for name in names if place[name]}
        figures = {"volume": 1 if "VOLUME" in metrics else None, "cost": charge.cost if "COST" in metrics else None}
        told = {name: value for name, value in figures.items() if value is not None}
        points.add({**span.point(charge.at), **kept}, **told)
    return {"data": [{"data_points": points.listed()}]}


NAMES = {
    "COUNTRY": "country",
    "PHONE": "phone_number",
    "PRICING_CATEGORY": "pricing_category",
    "PRICING_TYPE": "pricing_type",
    "TIER": "tier",
}


def _place(platform: Platform, charge: Charge) -> dict[str, str]:
    return {
        "country": charge.country,
        "phone_number": platform.world.numbers[charge.message.number_id].digits,
        "pricing_category": charge.category.upper().replace("-", "_"),
        "pricing_type": charge.kind.upper(),
        "tier": charge.tier,
    }
