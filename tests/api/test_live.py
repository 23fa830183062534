import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from parley.api import live
from parley.api.hub import MOST_UNREAD, Listener
from parley.storage.database import tell_live
from tests.api.conftest import Desk, LogIn
from tests.api.world import Business


async def stream(desk: Desk) -> AsyncIterator[Any]:
    """What comes: the first comment, then comments as text and changes as values."""
    async with desk.session.get(f"{desk.url}/api/live") as response:
        assert response.content_type == "text/event-stream"
        async for raw in response.content:
            line = raw.decode().strip()
            if line.startswith("data:"):
                yield json.loads(line[5:])
            elif line.startswith(":"):
                yield line


async def next_of(events: AsyncIterator[Any], kind: str) -> Any:
    async with asyncio.timeout(5):
        async for event in events:
            if isinstance(event, dict) and event["kind"] == kind:
                return event
    raise AssertionError("the stream ended")


async def test_a_change_arrives_at_the_desks_of_its_client_only(
    ann: Desk, bank: Business, rival: Business, log_in: LogIn
) -> None:
    bob = await log_in(bank, "bob")
    theirs = await log_in(rival, "bob")
    streams = [stream(each) for each in (ann, bob, theirs)]
    for each in streams:
        assert await anext(each) == ": listening"
    conversation = await bank.add_conversation("ann")
    await ann.post(f"/api/conversations/{conversation.conversation_id}/notes", {"text": "Look"})
    for each in streams[:2]:
        event = await next_of(each, "message")
        assert event == {"conversation_id": str(conversation.conversation_id), "kind": "message"}
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(next_of(streams[2], "message"), 0.3)


async def test_nothing_is_told_of_what_was_rolled_back(ann: Desk, bank: Business) -> None:
    events = stream(ann)
    await anext(events)
    with suppress(ZeroDivisionError):
        async with bank.database.transaction(bank.tenant_id) as db:
            await tell_live(db, bank.tenant_id, "bot")
            raise ZeroDivisionError
    async with bank.database.transaction(bank.tenant_id) as db:
        await tell_live(db, bank.tenant_id, "conversation")
    kinds = [event["kind"] async for event in _until(events, "conversation")]
    assert "bot" not in kinds


async def _until(events: AsyncIterator[Any], kind: str) -> AsyncIterator[Any]:
    async with asyncio.timeout(5):
        async for event in events:
            if isinstance(event, dict):
                yield event
                if event["kind"] == kind:
                    return


async def test_moving_the_services_clock_is_told_to_all(ann: Desk, clock_file: Path) -> None:
    events = stream(ann)
    await anext(events)
    clock_file.write_text("3600")  # noqa: ASYNC240 - a few bytes
    assert (await next_of(events, "clock")) == {"conversation_id": None, "kind": "clock"}


async def test_a_quiet_stream_is_kept_alive_and_is_a_sign_of_life_until_the_log_out(
    ann: Desk, bank: Business, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.05)
    events = stream(ann)
    await bank.fetch("UPDATE account SET presence_at = now() - interval '1 minute' RETURNING 1")
    async with asyncio.timeout(5):
        while await anext(events) != ": still here":
            pass
    ((heard,),) = await bank.fetch("SELECT presence_at > now() - interval '5 seconds' FROM account WHERE name = 'Ann'")
    assert heard
    await ann.ask("DELETE", "/api/session")
    async with asyncio.timeout(5):
        async for _ in events:
            pass


async def test_a_page_that_does_not_read_is_dropped_and_nothing_grows(app: FastAPI, bank: Business) -> None:
    listener = app.state.hub.join(bank.tenant_id)
    for _ in range(3):
        listener.tell(("same", "message"))
    assert len(listener.unread) == 1 and not listener.dropped
    for _ in range(MOST_UNREAD + 1):
        listener.tell((str(uuid4()), "message"))
    assert listener.dropped
    app.state.hub.leave(listener)
    assert app.state.hub._listeners == {}


async def test_a_listener_is_told_everything_once() -> None:
    listener = Listener(uuid4())
    for change in (("a", "message"), ("b", "message"), ("a", "message")):
        listener.tell(change)
    assert await listener.changes(1) == [("a", "message"), ("b", "message")]
    assert await listener.changes(0.01) == []
