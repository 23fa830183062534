"""What costs money is not sent while the account's payment method fails."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 51


def check(send: Send) -> Refusal | None:
    """Answers, and utility in an open window, cost nothing."""
    if not send.platform.world.accounts[send.number.waba_id].fields.get("payment_problem"):
        return None
    if send.category in {"", "utility"} and send.chat.is_open(send.now):
        return None
    return Refusal(131042, "There is a problem with the payment method of the account.")
