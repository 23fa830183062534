"""Whether customers see the catalogue, and may fill a cart."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "whatsapp_commerce_settings"
SHAPE = Shape("WhatsAppBusinessCommerceSettings", ("catalog_id", "is_cart_enabled", "is_catalog_visible"))
DEFAULT = {"is_cart_enabled": True, "is_catalog_visible": False}


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """In a list of one."""
    return {"data": [{"id": f"8{number.id}3", **DEFAULT, **number.fields.get("commerce", {})}]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    named = {name: value for name in DEFAULT if (value := call.flag(name)) is not None}
    set_field(platform, number, "commerce", {**number.fields.get("commerce", {}), **named})
    await platform.store.committed()
    return {"success": True}
