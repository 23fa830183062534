"""What customers see about a business."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.number_view import profile_id
from parley_emulator.graph.paging import pick
from parley_emulator.numbers.profile import PROFILE, change, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "whatsapp_business_profile"
SHAPE = PROFILE
FIELDS = ("about", "address", "description", "email", "profile_picture_url", "websites", "vertical")


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Flat, in a list of one. The id of its own node comes when it is asked for."""
    whole = shown(number)
    picked = pick(call.param("fields"), {**whole, "node": profile_id(number)}, FIELDS)
    if "id" in call.param("fields").split(","):
        picked["id"] = profile_id(number)
    return {"data": [{**picked, "messaging_product": "whatsapp"}]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    change(platform, number, call)
    await platform.store.committed()
    return {"success": True}
