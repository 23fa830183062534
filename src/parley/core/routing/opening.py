"""Whether people are at work, by the Client's opening hours in its own time zone."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Opening = Mapping[str, Sequence[Sequence[str]]]  # {"mon": [["09:00", "17:00"]]}


def is_open(opening: Opening, timezone: str, now: datetime) -> bool:
    """True within the hours of the day. A business without hours is always open; '24:00' ends a day.

    Hours that can not be read close nothing: a customer is better told too little than not answered at all.
    """
    if not opening:
        return True
    try:
        return _within(opening, now.astimezone(ZoneInfo(timezone)))
    except (ValueError, KeyError):
        return True


def _within(opening: Opening, local: datetime) -> bool:
    return any(_time(opens) <= local.time() < _time(closes) for opens, closes in opening.get(DAYS[local.weekday()], ()))


def _time(text: str) -> time:
    return time.max if text == "24:00" else time.fromisoformat(text)
