"""A number can not write to itself."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 12


def check(send: Send) -> Refusal | None:
    """The recipient is another number."""
    return Refusal(131021, "The recipient is the sender.") if send.to == send.number.digits else None
