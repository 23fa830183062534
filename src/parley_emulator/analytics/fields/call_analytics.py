"""Calls that a business made and took: how many, how long, and what they cost."""

from collections.abc import Iterator
from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.metrics import metrics_in
from parley_emulator.calls.news import BY_BUSINESS, BY_USER
from parley_emulator.platform import Platform
from parley_emulator.pricing.markets import country_of
from parley_emulator.state.records import Account, Thing

GRANULARITIES = ("HALF_HOUR", "DAILY", "MONTHLY")
METRICS = ("COUNT", "COST", "AVERAGE_DURATION")
DIRECTIONS = (BY_BUSINESS, BY_USER)
DIMENSIONS = {"PHONE": "phone_number", "DIRECTION": "direction", "COUNTRY": "country"}
Place = tuple[tuple[str, Any], ...]


def read(platform: Platform, account: Account, asked: Asked) -> dict[str, Any]:
    """Calls that ended, by when they began. No card has a price for calls, so they cost nothing here."""
    span = asked.span(GRANULARITIES)
    metrics = metrics_in(account, asked, METRICS)
    directions = asked.listed("directions", DIRECTIONS)
    wanted = {
        "direction": directions,
        "phone_number": ["".join(filter(str.isdigit, each)) for each in asked.listed("phone_numbers")],
        "country": [each.upper() for each in asked.listed("country_codes")],
    }
    names = [DIMENSIONS[each] for each in asked.listed("dimensions", DIMENSIONS)]
    calls: dict[Place, list[Thing]] = {}
    for call, place in _calls(platform, account):
        at = call.fields["began_at"]
        if span.has(at) and all(place[name] in values for name, values in wanted.items() if values):
            point = {**span.point(at), **{name: place[name] for name in names}}
            calls.setdefault(tuple(point.items()), []).append(call)
    points = [{**dict(place), **_figures(found, metrics)} for place, found in sorted(calls.items())]
    # One direction is told as a word, as the page on analytics has it.
    told = {"directions": directions[0] if len(directions) == 1 else directions} if directions else {}
    return {"granularity": span.granularity, **told, "data_points": points}


def _calls(platform: Platform, account: Account) -> Iterator[tuple[Thing, dict[str, str]]]:
    for number in platform.world.numbers.values():
        for call in platform.world.things_of("call", number.id) if number.waba_id == account.id else ():
            if call.fields["ended"] and "began_at" in call.fields:
                country = country_of(call.fields["wa_id"])
                place = {"direction": call.fields["direction"], "phone_number": number.digits, "country": country}
                yield call, place


def _figures(calls: list[Thing], metrics: list[str]) -> dict[str, float]:
    talked = [call.fields["ended_at"] - call.fields["answered_at"] for call in calls if call.fields["answered_at"]]
    whole = {
        "COST": 0,
        "COUNT": len(calls),
        "AVERAGE_DURATION": round(sum(talked) / len(talked)) if talked else 0,
    }
    return {name.lower(): value for name, value in whole.items() if name in metrics}
