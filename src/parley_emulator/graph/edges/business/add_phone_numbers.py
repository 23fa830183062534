"""A number that a partner verifies before it is given to an account."""

from typing import Any

import phonenumbers

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.adding import read_phone
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "business"
EDGE = "add_phone_numbers"


async def post(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """It is to be verified by a code."""
    phone = read_phone(call.param("phone_number"))
    written = phonenumbers.format_number(phone, phonenumbers.PhoneNumberFormat.E164)
    known = platform.world.things_of("preverified", business)
    if any(each.fields["phone_number"] == written for each in known):
        raise Refusal(100, "The phone number was added already.")
    now = platform.clock.iso()
    fields: dict[str, Any] = {
        "phone_number": written,
        "display_phone_number": phonenumbers.format_number(phone, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
        "country_prefix": phone.country_code,
        "country_code": phonenumbers.region_code_for_number(phone) or "US",
        "verification_status": "PENDING",
        "availability_status": "AVAILABLE",
        "created_time": now,
        "last_updated": now,
        "partners": [],
    }
    number = Thing(id=ids.digits(16), kind="preverified", owner=business, fields=fields)
    platform.world.save_thing(number)
    await platform.store.committed()
    return {"id": number.id}
