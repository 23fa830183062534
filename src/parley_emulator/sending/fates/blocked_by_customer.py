"""The customer blocked the business. Nobody is told: the message is sent, and then nothing comes."""

from typing import Literal

from parley_emulator.sending.send import Send


def fate(send: Send) -> Literal["silent"] | None:
    """Silence."""
    return "silent" if send.chat.blocked else None
