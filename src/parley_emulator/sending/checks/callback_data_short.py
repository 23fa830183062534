"""What is echoed in statuses is text of up to 512 characters."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 21


def check(send: Send) -> Refusal | None:
    """``biz_opaque_callback_data``, when there is one."""
    data = send.body.get("biz_opaque_callback_data")
    if data is not None and not isinstance(data, str):
        return Refusal(100, "Param biz_opaque_callback_data must be a string.")
    if data is not None and len(data) > 512:
        return Refusal(131009, "biz_opaque_callback_data is longer than 512 characters.")
    return None
