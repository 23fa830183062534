"""How the server of a form did, hour by hour, and the figures that are asked for (Flows, Metrics API).

The real platform tells nothing of a form with fewer than 250 requests; here every one counts.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

HOUR, DAY = 3_600, 86_400
# Days that may be looked back, by granularity.
BACK = {"DAY": 90, "HOUR": 30, "LIFETIME": 90}
COUNT, LATENCY, ERRORS, PINGS = "count", "latency", "errors", "pings"
NAMES = {
    "ENDPOINT_REQUEST_COUNT": COUNT,
    "ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL": LATENCY,
    "ENDPOINT_REQUEST_ERROR": ERRORS,
    "ENDPOINT_REQUEST_ERROR_RATE": "",
    "ENDPOINT_AVAILABILITY": PINGS,
}
Hours = dict[str, dict[str, dict[str, int]]]


def note_request(platform: Platform, flow: Thing, seconds: float, error: str = "") -> None:
    """The server was asked; ``error``: what went wrong, empty for nothing."""
    figures = {COUNT: "value", ERRORS: error} if error else {COUNT: "value", LATENCY: str(math.ceil(seconds) or 1)}
    _note(platform, flow, figures)


def note_ping(platform: Platform, flow: Thing, well: bool) -> None:
    """The server was asked whether it is there."""
    _note(platform, flow, {PINGS: "succeeded" if well else "failed"})


def metric(flow: Thing, asked: Mapping[str, str], now: float) -> dict[str, Any]:
    """``name(…).granularity(…).since(2026-11-01).until(2026-11-20)``; ``until`` is not in it. Raises Refusal."""
    name, granularity = (asked.get(each, "").strip("\"' ").upper() for each in ("name", "granularity"))
    if name not in NAMES:
        raise Refusal(100, f"metric.name must be one of {', '.join(NAMES)}.")
    if granularity not in BACK:
        raise Refusal(100, f"metric.granularity must be one of {', '.join(BACK)}.")
    today = datetime.fromtimestamp(now, UTC).date()
    oldest = today - timedelta(days=BACK[granularity])
    since, until = _day(asked, "since") or oldest, _day(asked, "until") or today + timedelta(days=1)
    if since < oldest or since >= until:
        raise Refusal(100, f"metric.since must be before until, and at most {BACK[granularity]} days ago.")
    points = _points(flow.fields.get("hours", {}), granularity, _seconds(since), _seconds(until))
    listed = [{"timestamp": _written(at), "data": data} for at, each in points if (data := _data(name, each))]
    return {"name": name, "granularity": granularity, "data_points": listed}


def _note(platform: Platform, flow: Thing, figures: dict[str, str]) -> None:
    now = platform.clock.now()
    oldest = now - (BACK["DAY"] + 1) * DAY
    hours: Hours = {at: each for at, each in flow.fields.get("hours", {}).items() if int(at) > oldest}
    hour = hours.setdefault(str(int(now // HOUR) * HOUR), {})
    for kind, key in figures.items():
        counts = hour.setdefault(kind, {})
        counts[key] = counts.get(key, 0) + 1
    flow.fields = {**flow.fields, "hours": hours}
    platform.world.save_thing(flow)


def _points(
    hours: Hours, granularity: str, since: float, until: float
) -> Iterable[tuple[int, dict[str, Counter[str]]]]:
    found: dict[int, dict[str, Counter[str]]] = {}
    for written, figures in sorted(hours.items(), key=lambda each: int(each[0])):
        at = int(written)
        if since <= at < until:
            place = {"HOUR": at, "DAY": at // DAY * DAY, "LIFETIME": int(since)}[granularity]
            for kind, counts in figures.items():
                found.setdefault(place, {}).setdefault(kind, Counter()).update(counts)
    return found.items()


def _data(name: str, figures: dict[str, Counter[str]]) -> list[dict[str, Any]]:
    kind = NAMES[name]
    if kind:
        return [{"key": key, "value": count} for key, count in sorted(figures.get(kind, {}).items())]
    every = figures.get(COUNT, Counter()).total()
    return [{"key": "value", "value": figures.get(ERRORS, Counter()).total() / every}] if every else []


def _day(asked: Mapping[str, str], name: str) -> date | None:
    written = asked.get(name, "").strip("\"' ")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise Refusal(100, f"metric.{name} must be a day such as 2026-11-20.") from error


def _seconds(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()


def _written(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")
