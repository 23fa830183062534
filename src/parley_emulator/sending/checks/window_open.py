"""Only templates and Direct Sends outside the 24 hours after the customer's last message."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 50


def check(send: Send) -> Refusal | None:
    """Counted from the timestamp of the customer's message."""
    if send.type == "template" or send.direct or send.chat.is_open(send.now):
        return None
    return Refusal(
        131047,
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    )
