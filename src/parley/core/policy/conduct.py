"""What was written to a person and by an author lately: the facts of the rules against spam and surprise (B8, F2)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from phonenumbers import timezone as zones

EVENING, MORNING = time(21), time(8)


@dataclass(frozen=True)
class Conduct:
    """Counts over what left or waits to leave. ``marketing_week`` and ``started_day``: marketing templates in seven
    days, and templates of any kind in a day, to this person from this Client. ``unanswered``: messages to them since
    they last wrote. ``says_it_again``: these very words went to them since they last wrote. ``author_hour``:
    templates that this author sent in the last hour, to anybody."""

    marketing_week: int = 0
    started_day: int = 0
    unanswered: int = 0
    says_it_again: bool = False
    author_hour: int = 0


def local_time(now: datetime, phone: str, fallback: str) -> time:
    """The hour at the person's place, by their number's zones; the earliest one where a country has several.

    ``fallback``: the business's own zone, for people without a number.
    """
    places = [now.astimezone(zone) for zone in _zones(phone)] or [now.astimezone(_zone(fallback) or UTC)]
    return min(places, key=_wakefulness).time()


def is_night(there: time) -> bool:
    """Whether marketing waits at that hour of the person's."""
    return not MORNING <= there < EVENING


def noon_at(day: datetime, phone: str) -> datetime:
    """Noon of that day at the person's place, the middle one where a country has several; noon UTC without a number."""
    noons = sorted(day.astimezone(zone).replace(hour=12, minute=0, second=0, microsecond=0) for zone in _zones(phone))
    if not noons:
        return day.astimezone(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
    return noons[len(noons) // 2].astimezone(UTC)


def _wakefulness(at: datetime) -> float:
    """How far the hour is from the middle of the night: where it is night anywhere in the country, it is night."""
    hour = at.hour + at.minute / 60
    return min(abs(hour - 3), 24 - abs(hour - 3))


@lru_cache(maxsize=10_000)
def _zones(phone: str) -> tuple[tzinfo, ...]:
    if not phone:
        return ()
    try:
        number = phonenumbers.parse(phone if phone.startswith("+") else f"+{phone}")
    except phonenumbers.NumberParseException:
        return ()
    names = zones.time_zones_for_number(number)
    return tuple(zone for name in names for zone in [_zone(name)] if zone)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
