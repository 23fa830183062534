from datetime import UTC, datetime

import pytest

from parley.core.routing.opening import is_open

HOURS = {"mon": [["09:00", "12:30"], ["13:30", "17:00"]], "sat": [["20:00", "24:00"]]}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-03-02T09:00", True),  # a Monday
        ("2026-03-02T08:59", False),
        ("2026-03-02T12:30", False),
        ("2026-03-02T13:30", True),
        ("2026-03-03T10:00", False),
        ("2026-03-07T23:59", True),
    ],
)
def test_the_hours_of_the_day_count_closing_time_excluded(at: str, expected: bool) -> None:
    assert is_open(HOURS, "UTC", datetime.fromisoformat(at).replace(tzinfo=UTC)) is expected


def test_hours_are_meant_in_the_business_own_time_zone() -> None:
    at_seven_utc = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    assert is_open(HOURS, "Europe/Madrid", at_seven_utc)
    assert not is_open(HOURS, "Europe/London", at_seven_utc)


def test_a_business_without_hours_is_always_open() -> None:
    assert is_open({}, "UTC", datetime(2026, 3, 1, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("hours", "timezone"), [(HOURS, "Atlantis/Lost"), (HOURS, "../etc"), ({"sun": [["9 o'clock", "17:00"]]}, "UTC")]
)
def test_hours_that_can_not_be_read_close_nothing(hours: dict[str, list[list[str]]], timezone: str) -> None:
    assert is_open(hours, timezone, datetime(2026, 3, 1, 3, tzinfo=UTC))
