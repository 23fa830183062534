"""Business numbers."""

from typing import Any

import msgspec

from parley_emulator.control.asked import Asked
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number


async def save(platform: Platform, asked: Asked) -> dict[str, Any]:
    """New or changed; fields that are not named stay."""
    body = asked.body()
    body["id"] = str(body.pop("phone_number_id", None) or body.get("id") or "")
    known = platform.world.numbers.get(body["id"])
    whole = {**(msgspec.to_builtins(known) if known else {}), **body}
    number = msgspec.convert(whole, Number)
    platform.world.save_number(number)
    platform.live.tell_all("clock")
    await platform.store.committed()
    return {"phone_number_id": number.id}


ROUTES = [("POST", "/numbers", save)]
