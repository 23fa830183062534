"""Calls that go wrong on purpose."""

from typing import Any

import msgspec

from parley_emulator.control.asked import Asked
from parley_emulator.control.faults import Fault
from parley_emulator.platform import Platform


async def add(platform: Platform, asked: Asked) -> dict[str, Any]:
    """One more, until its count is used up or all are cleared."""
    body = asked.body()
    seed = body.pop("seed", None)
    platform.faults.add(msgspec.convert(body, Fault), seed)
    return {"faults": platform.faults.list()}


async def clear(platform: Platform, asked: Asked) -> dict[str, Any]:
    """None any more."""
    platform.faults.clear()
    return {"faults": []}


ROUTES = [("POST", "/faults", add), ("DELETE", "/faults", clear)]
