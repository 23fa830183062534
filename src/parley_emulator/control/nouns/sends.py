"""Every send that was accepted, in the order it was: what was lost or doubled shows here."""

from typing import Any

from parley_emulator.control.asked import Asked
from parley_emulator.control.thread import in_sends
from parley_emulator.platform import Platform


async def sends(platform: Platform, asked: Asked) -> dict[str, Any]:
    """All, or ``limit`` from ``after`` on; ``phone_number_id`` and ``to`` choose among them."""
    world = platform.world
    number_id, to = asked.query.get("phone_number_id", ""), asked.query.get("to", "")
    found = world.sends  # asked for often and all the time while it grows: not gone through without need
    if number_id or to:
        found = [each for each in found if number_id in {"", each.number_id} and to in {"", each.wa_id}]
    start = int(asked.query.get("after") or 0)
    end = start + int(asked.query.get("limit") or len(found))
    return {
        "count": len(found),
        "next": min(end, len(found)),
        "items": [in_sends(each, world) for each in found[start:end]],
    }


ROUTES = [("GET", "/sends", sends)]
