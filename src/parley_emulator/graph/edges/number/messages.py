"""Send a message, or show that one was read."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.platform import Platform
from parley_emulator.sending.accept import accept
from parley_emulator.sending.receipt import mark_read
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "messages"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """``status: read`` is a receipt, anything else a message."""
    if str(call.body.get("status") or "").lower() == "read":
        return await mark_read(platform, number, call.body)
    return await accept(platform, number, call.body)
