"""Let a partner use a number that was verified before."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "share_preverified_numbers"


async def post(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """The partner is one of the number's partners from now on."""
    number = platform.world.things.get(call.param("preverified_id"))
    if number is None or number.kind != "preverified" or number.owner != business:
        raise Refusal(100, "Param preverified_id is not a number of this business.")
    partner = call.param("partner_business_id")
    if not partner.isdigit():
        raise Refusal(100, "Param partner_business_id must be the id of a business.")
    partners = dict.fromkeys([*number.fields["partners"], partner])
    number.fields = {**number.fields, "partners": list(partners), "last_updated": platform.clock.iso()}
    platform.world.save_thing(number)
    await platform.store.committed()
    return {"success": True}
