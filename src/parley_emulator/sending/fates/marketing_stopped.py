"""The customer stopped marketing from this business."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """131050 by webhook."""
    if send.category == "marketing" and send.customer and send.number.waba_id in send.customer.stopped:
        return Refusal(131050, "The user has stopped marketing messages from your business.")
    return None
