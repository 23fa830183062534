"""Not too many messages to one customer: one in six seconds, 45 at once are lent."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 60


def check(send: Send) -> Refusal | None:
    """Other customers are not affected."""
    if send.platform.rates.has_pair(send.number.id, send.to, send.now):
        return None
    return Refusal(131056, "Too many messages from this number to the same phone number in a short time.")


def take(send: Send) -> None:
    """One of what is lent."""
    send.platform.rates.note_pair(send.number.id, send.to, send.now)
