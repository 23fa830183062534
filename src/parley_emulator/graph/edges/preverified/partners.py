"""The partners that may use a number that was verified before."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "preverified"
EDGE = "partners"
FIELDS = ("id", "name", "verification_status")
SHAPE = Shape("Business", FIELDS, ("created_time", "updated_time", "primary_page", "timezone_id", "two_factor_type"))


async def get(platform: Platform, call: Call, number: Thing) -> dict[str, Any]:
    """In pages."""
    whole = [
        {"id": each, "name": f"Partner {each[-4:]}", "verification_status": "verified", "timezone_id": 1}
        for each in number.fields["partners"]
    ]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return page(call, f"{number.id}/partners", items)
