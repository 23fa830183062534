import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parley.workers import pace
from tests.workers.conftest import ANA, NUMBER, Works

RATE = 80


async def receives(works: Works, count: int, *, kind: str = "message", ago: float = 0, **payload: Any) -> None:
    """Stamped a minute ahead, so that a slow machine can not make them old."""
    moved = works.clock.moved
    works.clock.moved += timedelta(seconds=-ago if ago else 60)
    for _ in range(count):
        await works.receive(works.a_message() | payload, kind=kind)
    works.clock.moved = moved


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the pace takes for the time; the test moves it."""
    now = [1000.0]
    monkeypatch.setattr(pace, "monotonic", lambda: now[0])
    return now


async def answers(works: Works, agent: UUID, count: int) -> None:
    for index in range(count):
        wa_id = f"44770090{index:04d}"
        wrote = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hello"}}
        await works.platform.post(f"customers/{wa_id}/messages", wrote)
        conversation = await works.a_conversation(agent, wa_id)
        await works.say(conversation, "Good morning", agent)


@pytest.fixture(autouse=True)
async def at_the_usual_rate(works: Works) -> None:
    await works.change("UPDATE number SET rate_per_second = %s", RATE)


async def test_what_customers_write_leaves_less_room_to_send_for_a_second(
    works: Works, agent: UUID, seconds: list[float]
) -> None:
    await answers(works, agent, 5)
    await receives(works, RATE - 2)
    sending = asyncio.create_task(works.sender.work(works.tenant))
    await asyncio.sleep(0.5)
    assert await works.platform.sends() == []  # five wait at the door, and two could leave
    seconds[0] += 1.01
    assert await asyncio.wait_for(sending, 10)
    assert len(await works.platform.sends()) == 5


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "status", "status": {}},
        {"came_as": "echo", "person": ANA},
        {"came_as": "history", "person": ANA},
    ],
)
async def test_what_did_not_come_to_the_number_just_now_takes_no_room(
    works: Works, agent: UUID, told: dict[str, Any]
) -> None:
    await receives(works, RATE, ago=10)
    await receives(works, RATE, **told)
    await answers(works, agent, 5)
    await works.sender.work(works.tenant)
    assert len(await works.platform.sends()) == 5


async def test_nothing_is_counted_twice(works: Works, agent: UUID, seconds: list[float]) -> None:
    """Looked at often, half the rate stays half the rate."""
    await answers(works, agent, 5)
    await receives(works, RATE // 2)
    sender = works.sender
    for _ in range(3):
        await sender.work(works.tenant)
        await asyncio.sleep(0.12)
    assert sender._paces[NUMBER].free() == RATE // 2 - 5
