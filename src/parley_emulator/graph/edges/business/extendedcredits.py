"""The portfolio's lines of credit."""

from typing import Any

from parley_emulator.enforcement.portfolio import name_of
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "extendedcredits"


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """One each."""
    items = [{"id": f"9{business}", "legal_entity_name": name_of(platform.world, business)}]
    return page(call, f"{business}/extendedcredits", items)
