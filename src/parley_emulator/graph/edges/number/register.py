"""Make a number ready to send."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.pins import check_form, check_pin
from parley_emulator.numbers.service import REGIONS, note_try, put_in_service
from parley_emulator.platform import Platform
from parley_emulator.sending.demand import names_whatsapp
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "register"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """With the number's own pin; the first one becomes it."""
    if (product := call.param("messaging_product")) and not names_whatsapp(product):
        raise Refusal(100, "Param messaging_product must be whatsapp.")
    pin = check_form(call.param("pin"))
    region = call.param("data_localization_region").upper()
    if region and region not in REGIONS:
        raise Refusal(100, f"Param data_localization_region must be one of {', '.join(sorted(REGIONS))}.")
    if number.fields.get("code_verification_status", "VERIFIED") != "VERIFIED":
        raise Refusal(133006, "Ask for a code and verify the number first.")
    note_try(platform, number)
    check_pin(platform, number, pin)
    put_in_service(platform, number)
    set_field(platform, number, "data_localization_region", region or None)
    await platform.store.committed()
    return {"success": True}
