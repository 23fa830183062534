"""How the payment of an order stands: ``payments/{configuration}/{reference}``."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import unknown_object
from parley_emulator.orders.attempts import attempts_of, extras_of, status_of, sums_of, transaction
from parley_emulator.orders.kept import configured_order
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "payments"
REST = True


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """In a list of one; ``transactions`` only once somebody tried to pay."""
    configuration, _, reference = call.rest.partition("/")
    if not configuration or not reference:
        raise unknown_object(call.method, call.node)
    order = configured_order(platform.world, number, configuration, reference)
    shown = {"reference_id": reference, "status": status_of(order), **sums_of(order)}
    if attempts := attempts_of(order):
        shown["transactions"] = [transaction(order, each) for each in attempts]
    return {"payments": [{**shown, **extras_of(order)}]}
