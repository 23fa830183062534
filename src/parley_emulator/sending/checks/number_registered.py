"""Only a registered number sends."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 30


def check(send: Send) -> Refusal | None:
    """``POST /{phone}/register`` was called."""
    return None if send.number.registered else Refusal(133010, "The number is not registered on the Cloud API.")
