"""Not more in a second than the number's throughput: 80, 1,000 after the upgrade, 20 beside the Business App."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.rates import HIGH, SHARED, STANDARD
from parley_emulator.sending.send import Send

STAGE = 61


def check(send: Send) -> Refusal | None:
    """Messages received would count as well on the real platform; here only those sent do."""
    if send.platform.rates.has_throughput(send.number.id, _most(send), send.now):
        return None
    return Refusal(130429, "Cloud API message throughput has been reached.")


def take(send: Send) -> None:
    """One place of this second."""
    send.platform.rates.note_throughput(send.number.id, _most(send), send.now)


def _most(send: Send) -> int:
    if send.number.fields.get("is_on_biz_app"):
        return SHARED
    return HIGH if send.number.throughput == "HIGH" else STANDARD
