"""Batches on the wire while the next are claimed: order, a crash in between, and an orderly stop."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import pytest

from parley.storage import messages
from parley.storage.messages import Message
from parley.whatsapp import wire
from parley.workers import sender
from tests.workers.conftest import NUMBER, Works

STATES = "SELECT state, count(*)::int FROM outbox GROUP BY state"
Send = Callable[..., Awaitable[Any]]
really_send = wire.send


def person(number: int) -> str:
    return f"4477009002{number:02d}"


async def say_to(works: Works, agent: UUID, people: int, lines: int = 1, first: int = 0) -> list[Message]:
    """So many lines to each of so many people, written in turn."""
    conversations = []
    for number in range(first, first + people):
        wrote = {"phone_number_id": NUMBER, "type": "text", "text": {"body": "Hi"}}
        await works.platform.post(f"customers/{person(number)}/messages", wrote)
        conversations.append(await works.a_conversation(agent, person(number)))
    return [await works.say(each, f"line {line}", agent) for line in range(lines) for each in conversations]


async def until(works: Works, states: dict[str, int]) -> None:
    async with asyncio.timeout(20):
        found = await works.query(STATES)
        while dict(found) != states:
            await asyncio.sleep(0.02)
            found = await works.query(STATES)


async def test_the_next_are_claimed_while_the_wire_has_not_answered(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = asyncio.Event()

    async def slow(*args: Any, **options: Any) -> Any:
        await answered.wait()
        return await really_send(*args, **options)

    monkeypatch.setattr(sender, "TOGETHER", 2)
    monkeypatch.setattr(wire, "send", slow)
    await say_to(works, agent, people=8)
    sending = asyncio.create_task(works.sender.work(works.tenant))
    await until(works, {"sending": 6, "pending": 2})  # three batches, and no more
    answered.set()
    assert await asyncio.wait_for(sending, 10)
    assert dict(await works.query(STATES)) == {"sent": 8}
    assert len(await works.platform.sends()) == 8


async def test_messages_of_one_conversation_never_overtake_each_other(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter(range(1000))

    async def uneven(*args: Any, **options: Any) -> Any:
        await asyncio.sleep((next(calls) * 7 % 5) * 0.01)
        return await really_send(*args, **options)

    monkeypatch.setattr(sender, "TOGETHER", 3)
    monkeypatch.setattr(wire, "send", uneven)
    await say_to(works, agent, people=4, lines=5)
    shared = works.sender
    await asyncio.gather(shared.work(works.tenant), shared.work(works.tenant))
    sends = await works.platform.sends()
    for number in range(4):
        said = [each["text"] for each in sends if each["to"] == person(number)]
        assert said == [f"line {line}" for line in range(5)]


async def test_a_crash_with_several_batches_out_sends_nothing_twice_and_loses_nothing(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One was answered and is not written down, one arrived and was not answered, one was on its way to the wire."""
    calls = iter(range(3))

    async def cut(*args: Any, **options: Any) -> Any:
        call = next(calls)
        result = await really_send(*args, **options) if call < 2 else None
        if call:
            await asyncio.Event().wait()
        return result

    async def lost(*_: Any) -> None:
        await asyncio.Event().wait()

    with monkeypatch.context() as crash:
        crash.setattr(sender, "TOGETHER", 1)
        crash.setattr(sender, "LAST_ANSWERS", 0)
        crash.setattr(wire, "send", cut)
        crash.setattr(messages, "accept", lost)
        said = await say_to(works, agent, people=3)
        sending = asyncio.create_task(works.sender.work(works.tenant))
        await until(works, {"sending": 3})
        async with asyncio.timeout(20):
            arrived = await works.platform.sends()
            while len(arrived) < 2:
                await asyncio.sleep(0.02)
                arrived = await works.platform.sends()
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    assert dict(await works.query(STATES)) == {"sending": 3}
    reconciler = works.reconciler()
    for each in await works.platform.sends():
        await works.receive(_delivered(each), kind="status", lane=each["to"])
    await works.inbox.work(works.tenant)
    (later,) = await say_to(works, agent, people=1, first=3)
    await works.sender.work(works.tenant)
    newest = (await works.platform.sends())[-1]
    await works.receive(_delivered(newest), kind="status", lane=newest["to"])
    await works.inbox.work(works.tenant)
    await asyncio.sleep(1.2)
    await reconciler.work(works.tenant)
    await works.sender.work(works.tenant)
    sent = [each["callback_data"] for each in await works.platform.sends()]
    assert sorted(sent) == sorted(str(each.message_id) for each in [*said, later])
    assert dict(await works.query(STATES)) == {"sent": 4}


async def test_an_orderly_stop_hears_out_what_has_left(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(*args: Any, **options: Any) -> Any:
        result = await really_send(*args, **options)
        await asyncio.sleep(0.3)
        return result

    monkeypatch.setattr(wire, "send", slow)
    await say_to(works, agent, people=3)
    sending = asyncio.create_task(works.sender.work(works.tenant))
    await until(works, {"sending": 3})
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    assert sending.cancelled()
    assert dict(await works.query(STATES)) == {"sent": 3}


async def test_what_a_batch_raises_is_told_and_cuts_off_no_other(
    works: Works, agent: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter(range(2))

    async def one_fails(*args: Any, **options: Any) -> Any:
        if next(calls) == 0:
            raise RuntimeError("a fault of our own")
        await asyncio.sleep(0.2)
        return await really_send(*args, **options)

    monkeypatch.setattr(sender, "TOGETHER", 1)
    monkeypatch.setattr(wire, "send", one_fails)
    await say_to(works, agent, people=2)
    with pytest.raises(RuntimeError, match="a fault of our own"):
        await works.sender.work(works.tenant)
    assert dict(await works.query(STATES)) == {"sending": 1, "sent": 1}


def _delivered(sent: dict[str, Any]) -> dict[str, Any]:
    status = {
        "id": sent["wamid"],
        "status": "delivered",
        "timestamp": "1795780800",
        "recipient_id": sent["to"],
        "biz_opaque_callback_data": sent["callback_data"],
    }
    return {"number_id": NUMBER, "status": status}
