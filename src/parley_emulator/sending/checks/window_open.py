"""Only templates and Direct Sends outside the 24 hours after the customer's last message."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 50


def check(send: Send) -> Refusal | None:
    """Counted from the timestamp of the customer's message."""
    return None if tells_late(send) else closed(send)


def closed(send: Send) -> Refusal | None:
    """131047 for what only goes into an open window."""
    if send.type == "template" or send.direct or send.chat.is_open(send.now):
        return None
    return Refusal(
        131047,
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number.",
    )


def tells_late(send: Send) -> bool:
    """Both ways are seen (reference 3.1): the refusal in the answer, or an acceptance and a status that it failed."""
    return bool(send.platform.world.accounts[send.number.waba_id].fields.get("late_window"))
