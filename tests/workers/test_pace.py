from time import monotonic

from parley.workers import pace
from parley.workers.pace import Pace


def test_a_place_is_free_a_second_after_the_answer_and_not_sooner(monkeypatch: object) -> None:
    now = [monotonic()]
    monkeypatch.setattr(pace, "monotonic", lambda: now[0])  # type: ignore[attr-defined]
    held = Pace(40)
    assert held.take(100) == 40
    now[0] += 5  # no answer yet: the platform may count them at any moment
    assert held.take(1) == 0
    for _ in range(40):
        held.answered()
    now[0] += 0.99
    assert held.take(1) == 0
    now[0] += 0.02
    assert held.take(100) == 40


def test_what_was_not_needed_is_free_at_once() -> None:
    held = Pace(10)
    assert held.take(10) == 10
    held.give_back(7)
    assert held.take(10) == 7


def test_near_the_limit_it_waits_for_enough_to_be_worth_it() -> None:
    held = Pace(1000)
    assert held.take(990) == 990
    assert held.take(50) == 0
    assert held.take(5) == 5


def test_what_is_received_takes_places_and_never_more_than_there_are(monkeypatch: object) -> None:
    now = [monotonic()]
    monkeypatch.setattr(pace, "monotonic", lambda: now[0])  # type: ignore[attr-defined]
    held = Pace(40)
    held.received(30)
    assert held.take(40) == 10
    held.received(5000)
    assert held.take(1) == 0
    now[0] += 1.01
    assert held.take(40) == 30  # ten are on their way still
