"""A disabled template is never sent again."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 41


def check(send: Send) -> Refusal | None:
    """It was paused too often."""
    if send.template and send.template.status == "DISABLED":
        return Refusal(132016, f"Template {send.template.name} is disabled because of low quality.")
    return None
