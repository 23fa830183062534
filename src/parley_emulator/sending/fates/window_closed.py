"""The window was closed, and the account is one that is told so only afterwards."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.checks.window_open import closed
from parley_emulator.sending.send import Send

IN_GROUPS = True


def fate(send: Send) -> Refusal | None:
    """131047 by webhook."""
    return closed(send)
