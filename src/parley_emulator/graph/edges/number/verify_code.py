"""Give the code that came by text message or call."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.numbers.changes import set_field
from parley_emulator.numbers.codes import check_code
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "verify_code"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The number is verified from now on."""
    check_code(call.param("code"), number.fields.get("codes_asked", []), platform.clock.now())
    set_field(platform, number, "codes_asked", None)
    set_field(platform, number, "code_verification_status", "VERIFIED")
    await platform.store.committed()
    return {"success": True, "id": number.id}
