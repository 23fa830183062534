"""The business portfolio."""

from typing import Any

from parley_emulator.enforcement.portfolio import name_of, portfolio
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "business"
EDGE = ""
FIELDS = ("id", "name", "timezone_id")
SHAPE = Shape("Business", FIELDS, ("verification_status", "whatsapp_business_manager_messaging_limit", "created_time"))


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """The fields asked for."""
    own = portfolio(platform.world, business).fields
    verified = "verified" if own.get("verified") else "not_verified"
    whole = {
        "id": business,
        "name": name_of(platform.world, business),
        "timezone_id": 1,
        "verification_status": verified,
        "whatsapp_business_manager_messaging_limit": own["limit"],
        "created_time": None,
    }
    return pick(call.param("fields"), whole, FIELDS)
