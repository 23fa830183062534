"""A number that is verified before it is given to an account."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "preverified"
EDGE = ""
FIELDS = ("id", "country_prefix", "display_phone_number", "is_input_id_valid")
SHAPE = Shape("WhatsAppBusinessPreVerifiedPhoneNumber", FIELDS, ("error_msg",))


async def get(platform: Platform, call: Call, number: Thing) -> dict[str, Any]:
    """The fields asked for."""
    picked = pick(call.param("fields"), {"id": number.id, "is_input_id_valid": True, **number.fields}, FIELDS)
    return {**picked, "is_input_id_valid": True}


async def delete(platform: Platform, call: Call, number: Thing) -> dict[str, Any]:
    """It is nobody's any more."""
    platform.world.drop_thing(number)
    await platform.store.committed()
    return {"success": True}
