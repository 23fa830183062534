"""For a minute, while its throughput rises, a number is in maintenance."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 33


def check(send: Send) -> Refusal | None:
    """131057: again in a minute."""
    if send.now < send.number.fields.get("maintenance_until", 0):
        return Refusal(131057, "The number is being upgraded to a higher throughput.")
    return None
