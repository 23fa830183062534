import asyncio
from time import monotonic

import pytest

from parley.workers import pace
from parley.workers.pace import Pace


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the pace takes for the time; the test moves it."""
    moved = [monotonic()]
    monkeypatch.setattr(pace, "monotonic", lambda: moved[0])
    return moved


async def left(held: Pace, count: int) -> None:
    assert held.claim(count) == count
    await held.leave(count)


async def test_a_place_is_free_a_second_after_the_answer_and_not_sooner(now: list[float]) -> None:
    held = Pace(40)
    await left(held, 40)
    assert held.free() == 0
    now[0] += 5  # no answer yet: the platform may count them at any moment
    assert held.free() == 0
    for _ in range(40):
        held.answered()
    now[0] += 0.99
    assert held.free() == 0
    now[0] += 0.02
    assert held.free() == 40


async def test_what_is_claimed_ahead_leaves_only_when_places_are_free(now: list[float]) -> None:
    held = Pace(40)
    await left(held, 40)
    assert held.claim(40) == 2  # a twentieth of a second's worth
    leaving = asyncio.create_task(held.leave(2))
    await asyncio.sleep(0.05)
    assert not leaving.done()
    held.answered()
    held.answered()
    await asyncio.sleep(0.05)
    assert not leaving.done()
    now[0] += 1.01
    await asyncio.wait_for(leaving, 3)
    assert held.free() == 0


async def test_who_came_to_the_door_first_leaves_first(now: list[float]) -> None:
    held = Pace(100)
    await left(held, 96)
    assert held.claim(9) == 9
    order: list[str] = []

    async def leave(name: str, count: int) -> None:
        await held.leave(count)
        order.append(name)

    async with asyncio.TaskGroup() as group:
        group.create_task(leave("many", 7))
        group.create_task(leave("few", 2))
        await asyncio.sleep(0.03)
        assert order == []  # the two could leave, and do not overtake
        for _ in range(96):
            held.answered()
        now[0] += 1.01
    assert order == ["many", "few"]


def test_what_was_not_needed_is_free_at_once() -> None:
    held = Pace(20)
    assert held.claim(21) == 20
    held.give_back(15)
    assert held.claim(15) == 15


async def test_near_the_limit_it_waits_for_enough_to_be_worth_it() -> None:
    held = Pace(1000)
    await left(held, 990)
    assert held.claim(15) == 15  # of the 60 that there are ahead
    assert held.claim(50) == 0
    assert held.claim(45) == 45


async def test_after_a_refusal_for_the_rate_nothing_leaves_for_a_while(now: list[float]) -> None:
    held = Pace(40)
    assert held.claim(2) == 2
    held.pause(1.0)
    assert held.claim(2) == 0
    leaving = asyncio.create_task(held.leave(2))
    await asyncio.sleep(0.02)
    assert not leaving.done()
    leaving.cancel()
    now[0] += 1.01
    await held.leave(2)


async def test_what_is_received_takes_places_and_never_more_than_there_are(now: list[float]) -> None:
    held = Pace(40)
    held.received(30)
    await left(held, 10)
    held.received(5000)
    assert held.free() <= 0
    now[0] += 1.01
    assert held.free() == 30  # ten are on their way still
