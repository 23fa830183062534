"""There is no WhatsApp on that number."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """131026 by webhook."""
    return None if send.customer else Refusal(131026, "Message undeliverable.")
