"""Give the code that came by text message or call."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.numbers.codes import check_code
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = "preverified"
EDGE = "verify_code"


async def post(platform: Platform, call: Call, number: Thing) -> dict[str, Any]:
    """The number is verified from now on."""
    check_code(call.param("code"), number.fields.get("codes_asked", []), platform.clock.now())
    now = platform.clock.iso()
    number.fields = {**number.fields, "codes_asked": [], "verification_status": "VERIFIED", "last_updated": now}
    platform.world.save_thing(number)
    await platform.store.committed()
    return {"success": True, "id": number.id}
