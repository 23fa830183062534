"""A number with too many blocks and reports may not start conversations; it may still answer."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 32


def check(send: Send) -> Refusal | None:
    """Answers inside an open window are never limited."""
    if not send.number.spam_limited or send.chat.is_open(send.now):
        return None
    return Refusal(131048, "Too many messages of this number were blocked or reported as spam.")
