"""A paused template waits until its pause is over."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 41


def check(send: Send) -> Refusal | None:
    """Low quality pauses a template for some hours."""
    if send.template and send.template.status == "PAUSED":
        return Refusal(132015, f"Template {send.template.name} is paused because of low quality.")
    return None
