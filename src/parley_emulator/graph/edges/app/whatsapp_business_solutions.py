"""The solutions that the application takes part in."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.solution_view import SOLUTION, shown
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform

NODE = "app"
EDGE = "whatsapp_business_solutions"
SHAPE = SOLUTION


async def get(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """Those it owns, in pages; those of others are none here."""
    solutions = [] if call.param("role").upper() == "PARTNER" else platform.world.things_of("solution", APP_ID)
    items = [shown(platform, call, each) for each in solutions]
    return page(call, f"{app}/whatsapp_business_solutions", items)
