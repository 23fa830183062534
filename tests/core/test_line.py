from datetime import UTC, datetime, timedelta

import pytest

from parley.core.line import Beat, Line, line_of

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def ago(**time: float) -> datetime:
    return NOON - timedelta(**time)


@pytest.mark.parametrize(
    ("beat", "line"),
    [
        (None, Line("no_worker")),
        (Beat(ago(seconds=15)), Line("well")),
        (Beat(ago(seconds=61)), Line("no_worker", ago(seconds=61))),
        (Beat(ago(seconds=15), ago(minutes=9)), Line("well")),
        (Beat(ago(seconds=15), ago(minutes=11)), Line("silent", ago(minutes=11))),
        (Beat(ago(minutes=5), ago(minutes=11)), Line("no_worker", ago(minutes=5))),
    ],
)
def test_the_line_is_told_by_its_last_signs_of_life(beat: Beat | None, line: Line) -> None:
    assert line_of(beat, NOON) == line
