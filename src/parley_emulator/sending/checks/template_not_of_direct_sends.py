"""What the platform made for Direct Sends is sent by them only."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.direct import is_generated
from parley_emulator.sending.send import Send

STAGE = 41


def check(send: Send) -> Refusal | None:
    """132018 in the answer, as it is seen in the platform's traffic."""
    if send.template is not None and is_generated(send.template):
        return Refusal(132018, "Direct send template can't be used for template message")
    return None
