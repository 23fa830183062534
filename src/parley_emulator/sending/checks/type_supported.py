"""Only message types that the platform knows."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.messages import TYPES
from parley_emulator.sending.send import Send

STAGE = 13


def check(send: Send) -> Refusal | None:
    """Without a type it is text."""
    send.type = str(send.body.get("type") or "text").lower()
    known = TYPES.get(send.type)
    if known is None or not hasattr(known, "check"):
        return Refusal(131051, f"Message type '{send.type}' is not supported.")
    return None
