"""The whole at a glance, and a fresh start."""

from typing import Any

import msgspec

from parley_emulator.control.asked import Asked
from parley_emulator.enforcement.rounds import plan as plan_rounds
from parley_emulator.platform import Platform


async def state(platform: Platform, asked: Asked) -> dict[str, Any]:
    """Numbers without their tokens, customers, and how much there is of the rest."""
    world = platform.world
    numbers = msgspec.to_builtins(list(world.numbers.values()))
    for number in numbers:
        del number["access_token"]
    return {
        "now": platform.clock.now(),
        "offset_seconds": platform.clock.offset,
        "numbers": numbers,
        "customers": msgspec.to_builtins(list(world.customers.values())),
        "templates": [
            {
                "id": each.id,
                "waba_id": each.waba_id,
                "name": each.name,
                "language": each.language,
                "status": each.status,
            }
            for each in world.templates.values()
        ],
        "messages": len(world.messages),
        "sends": len(world.sends),
        "faults": platform.faults.list(),
        "webhooks": webhooks(platform),
    }


def webhooks(platform: Platform) -> dict[str, Any]:
    """Where they go and how they fare."""
    outgoing = platform.outgoing
    return {
        "url": outgoing.target.url,
        "problem": outgoing.problem if outgoing.target.url else "no target",
        "pending": outgoing.pending,
        **outgoing.counts.shown(),
        "mishaps": msgspec.to_builtins(outgoing.fortune.mishaps),
    }


async def reset(platform: Platform, asked: Asked) -> dict[str, Any]:
    """All is forgotten but where webhooks go; with ``keep_numbers`` numbers and templates stay as well."""
    world = platform.world
    numbers, templates = list(world.numbers.values()), list(world.templates.values())
    await platform.reset()
    plan_rounds(platform)
    if asked.body().get("keep_numbers"):
        for number in numbers:
            world.save_number(number)
        for template in templates:
            world.save_template(template)
        await platform.store.committed()
    return {"ok": True}


ROUTES = [("GET", "/state", state), ("POST", "/reset", reset)]
