"""What is kept of a message, whatever it went through before it was written."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from parley_emulator.state.records import Message
from parley_emulator.state.store import Store


def _message(seq: int) -> Message:
    return Message(
        seq=seq,
        id=f"wamid.{seq}",
        number_id="1",
        wa_id="2",
        incoming=False,
        type="text",
        content='{"body":"„Grüße“ \\u0001"}',
        at=1.5,
        status="accepted",
        times={"accepted": 1.5},
    )


async def test_a_message_is_kept_as_it_is_when_its_commit_begins_and_later_steps_after_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "emulator.db")
    message = _message(1)
    store.add_message(message)
    message.status, message.times["sent"] = "sent", 2.5
    store.set_status(message)
    await store.committed()
    message.status, message.errors = "failed", [{"code": 131026}]
    store.set_status(message)
    await store.close()

    again = Store(tmp_path / "emulator.db")
    assert list(again.messages()) == [message]
    await again.close()


async def test_who_gave_up_waiting_holds_up_nobody_else(tmp_path: Path) -> None:
    store = Store(tmp_path / "emulator.db")
    store.add_message(_message(1))
    gave_up = asyncio.create_task(store.committed())
    await asyncio.sleep(0)
    gave_up.cancel()
    await store.committed()
    assert [each.seq for each in store.messages()] == [1]
    await store.close()


async def test_what_can_not_be_written_is_told_to_all_who_wait(tmp_path: Path) -> None:
    store = Store(tmp_path / "emulator.db")
    await store.committed()
    with sqlite3.connect(tmp_path / "emulator.db") as other:
        other.execute("DROP TABLE message")
    store.add_message(_message(1))
    told = await asyncio.gather(store.committed(), store.committed(), return_exceptions=True)
    assert [type(each) for each in told] == [sqlite3.OperationalError] * 2
    with pytest.raises(sqlite3.OperationalError):
        await store._task  # type: ignore[misc]
