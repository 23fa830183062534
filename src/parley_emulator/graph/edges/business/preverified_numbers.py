"""Numbers that were verified before they are given to an account."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "preverified_numbers"
FILTERS = ("verification_status", "availability_status", "country_code")
FIELDS = ("id", "display_phone_number", "verification_status", "availability_status")
SHAPE = Shape(
    "WhatsAppBusinessPreVerifiedPhoneNumber",
    FIELDS,
    ("phone_number", "country_prefix", "country_code", "created_time", "last_updated", "region"),
    ("supported_features", "partners"),
)


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """Those that the filters let through, in pages."""
    wanted = {name: call.param(name).upper() for name in FILTERS if call.param(name)}
    whole = [{"id": each.id, **each.fields} for each in platform.world.things_of("preverified", business)]
    found = [each for each in whole if all(each[name] == value for name, value in wanted.items())]
    return page(call, f"{business}/preverified_numbers", [pick(call.param("fields"), each, FIELDS) for each in found])
