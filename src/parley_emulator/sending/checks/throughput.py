"""Not more in a second than the number's throughput: 80, 1,000 after the upgrade, 20 beside the Business App."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 61


def check(send: Send) -> Refusal | None:
    """Messages received count as well (reference 6.1)."""
    if send.platform.rates.has_throughput(send.number, send.now):
        return None
    return Refusal(130429, "Cloud API message throughput has been reached.")


def take(send: Send) -> None:
    """One place of this second."""
    send.platform.rates.note_throughput(send.number, send.now)
