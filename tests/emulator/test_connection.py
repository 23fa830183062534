"""The wire under HTTP: an answer in one piece."""

import asyncio
from typing import Any

from parley_emulator.connection import Whole


class Wire:
    """What a transport was asked to do, in order."""

    def __init__(self) -> None:
        self.done: list[Any] = []

    def write(self, data: bytes) -> None:
        self.done.append(data)

    def close(self) -> None:
        self.done.append("close")

    def abort(self) -> None:
        self.done.append("abort")

    def is_closing(self) -> bool:
        return "close" in self.done or "abort" in self.done


async def test_what_is_written_in_one_turn_of_the_loop_is_one_packet() -> None:
    wire = Wire()
    whole = Whole(wire, asyncio.get_running_loop())  # type: ignore[arg-type]
    whole.write(b"head")
    whole.write(b"body")
    assert wire.done == []
    await asyncio.sleep(0)
    whole.write(b"next")
    await asyncio.sleep(0)
    assert wire.done == [b"headbody", b"next"]


async def test_closing_comes_after_what_was_written() -> None:
    wire = Wire()
    whole = Whole(wire, asyncio.get_running_loop())  # type: ignore[arg-type]
    whole.write(b"last words")
    whole.close()
    await asyncio.sleep(0)
    assert wire.done == [b"last words", "close"]


async def test_a_connection_that_was_hung_up_says_nothing_more() -> None:
    wire = Wire()
    whole = Whole(wire, asyncio.get_running_loop())  # type: ignore[arg-type]
    whole.write(b"never heard")
    whole.abort()
    await asyncio.sleep(0)
    assert wire.done == ["abort"]
