"""What customers see about a business."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import text_in
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "whatsapp_business_profile"
LONGEST = {"about": 139, "address": 256, "description": 512, "email": 128, "vertical": 40}
FIELDS = ("about", "address", "description", "email", "profile_picture_url", "websites", "vertical")


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Flat, in a list of one."""
    return {"data": [{**pick(call.param("fields"), number.profile or {}, FIELDS), "messaging_product": "whatsapp"}]}


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    if call.param("messaging_product") != "whatsapp":
        raise Refusal(100, "The parameter messaging_product is required.")
    changed: dict[str, Any] = {
        name: text_in(call.body, name, "", most, required=False) for name, most in LONGEST.items() if name in call.body
    }
    if changed.get("about") == "":
        raise Refusal(100, "Param about must not be empty.")
    websites = call.body.get("websites")
    if websites is not None:
        if not isinstance(websites, list) or len(websites) > 2:
            raise Refusal(100, "Param websites must be an array of at most 2 addresses.")
        if not all(str(each).startswith(("http://", "https://")) and len(str(each)) <= 256 for each in websites):
            raise Refusal(100, "Each website begins with http:// or https:// and has at most 256 characters.")
        changed["websites"] = websites
    number.profile = {**(number.profile or {}), **changed}
    platform.world.save_number(number)
    await platform.store.committed()
    return {"success": True}
