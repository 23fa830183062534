"""A restricted or banned number sends nothing."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 31
MAY_SEND = frozenset({"CONNECTED", "FLAGGED"})


def check(send: Send) -> Refusal | None:
    """The number's status allows sending."""
    if send.number.status in MAY_SEND:
        return None
    return Refusal(131031, f"The number is {send.number.status}. See Business Support Home.")
