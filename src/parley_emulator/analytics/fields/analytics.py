"""Messages sent and delivered, by time."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.points import Points
from parley_emulator.platform import Platform
from parley_emulator.pricing.markets import country_of
from parley_emulator.state.records import Account, Message

GRANULARITIES = ("HALF_HOUR", "DAY", "MONTH")
TEMPLATES, OTHERS, INCOMING = "0", "2", "100"


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """``product_types``: 0 templates, 2 other messages, 100 what customers wrote; without it what was sent."""
    span = asked.span(GRANULARITIES)
    products = asked.listed("product_types", (TEMPLATES, OTHERS, INCOMING)) or [TEMPLATES, OTHERS]
    phones = {"".join(filter(str.isdigit, each)) for each in asked.listed("phone_numbers")}
    countries = {each.upper() for each in asked.listed("country_codes")}
    own = [each for each in platform.world.numbers.values() if each.waba_id == account.id]
    numbers = {each.id: each.digits for each in own if not phones or each.digits in phones}
    points, seen = Points(), set()
    for message in platform.world.messages.values() if INCOMING in products else platform.world.sends:
        country = country_of(message.wa_id)
        if (
            message.number_id not in numbers
            or not span.has(message.at)
            or _product(message) not in products
            or (countries and country not in countries)
        ):
            continue
        seen.add(country)
        arrived = not {"delivered", "read"}.isdisjoint(message.times)
        went = "sent" in message.times
        points.add(span.point(message.at), sent=went, delivered=arrived)
    return {
        "phone_numbers": sorted(numbers.values()),
        "country_codes": sorted(countries or seen),
        "granularity": span.granularity,
        "data_points": points.listed(),
    }


def _product(message: Message) -> str:
    if message.incoming:
        return INCOMING
    return TEMPLATES if message.type == "template" else OTHERS
