"""The platform's time."""

from typing import Any

from parley_emulator.control.asked import Asked
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform


async def read(platform: Platform, asked: Asked) -> dict[str, Any]:
    """What time it is."""
    return clock_state(platform)


async def move(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{advance_seconds}``, ``{set: Unix seconds}`` or ``{reset: true}``."""
    await move_clock(platform, asked.body())
    return clock_state(platform)


async def move_clock(platform: Platform, body: dict[str, Any]) -> None:
    """For the tester and for the phone page. Raises NotPossible."""
    try:
        if body.get("reset"):
            platform.clock.move_to(0)
        elif body.get("set") is not None:
            platform.clock.set(float(body["set"]))
        else:
            platform.clock.advance(float(body["advance_seconds"]))
    except (KeyError, TypeError, ValueError) as error:
        raise NotPossible("Give advance_seconds, set (Unix seconds) or reset.") from error
    platform.move_clock()
    await platform.store.committed()


def clock_state(platform: Platform) -> dict[str, Any]:
    """Now, and how far from the wall clock."""
    return {"now": platform.clock.now(), "offset_seconds": platform.clock.offset}


ROUTES = [("GET", "/clock", read), ("POST", "/clock", move)]
