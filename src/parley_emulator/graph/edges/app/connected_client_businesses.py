"""The businesses that let the application act for them."""

from typing import Any

from parley_emulator.enforcement.portfolio import name_of, portfolio
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "app"
EDGE = "connected_client_businesses"
FIELDS = ("id", "name", "verification_status", "business_status")
SHAPE = Shape("Business", FIELDS, ("created_time", "updated_time"))


async def get(platform: Platform, call: Call, app: str) -> dict[str, Any]:
    """The owners of all accounts that the token opens, in pages."""
    world = platform.world
    owners = dict.fromkeys(world.accounts[number.waba_id].business_id for number in call.numbers)
    whole = [
        {
            "id": each,
            "name": name_of(world, each),
            "verification_status": "VERIFIED" if portfolio(world, each).fields.get("verified") else "UNVERIFIED",
            "business_status": "ACTIVE",
        }
        for each in owners
    ]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return page(call, f"{app}/connected_client_businesses", items)
