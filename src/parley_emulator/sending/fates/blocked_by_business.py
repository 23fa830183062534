"""The business blocked this person, and can not write to them until it takes that back."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """130403 by webhook."""
    return Refusal(130403, "Unblock the user first.") if send.to in send.number.blocked_users else None
