"""An order that can not become what the business tells: a finished one, or one that is canceled though it is paid."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.asked import STATUS, order_in
from parley_emulator.orders.going_on import problem_with, state_in
from parley_emulator.orders.kept import order_named
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """2046 or 2047 by webhook."""
    asked = order_in(send)
    if asked is None or asked.kind != STATUS:
        return None
    known = order_named(send.platform.world, send.number.waba_id, str(asked.parameters["reference_id"]))
    return problem_with(known, state_in(asked.parameters)) if known else None
