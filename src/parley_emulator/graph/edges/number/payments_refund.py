"""Give a customer's money back, all of it or a part."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.orders.refunds import refund
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "payments_refund"


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """The refund; what becomes of it is told by webhook."""
    made = refund(platform, number, {**call.body, "amount": call.value("amount")})
    await platform.store.committed()
    return made
