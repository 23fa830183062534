"""An account that called other things utility may send no such template for a while."""

from parley_emulator.enforcement.restrictions import UTILITY, UTILITY_RATE, is_restricted
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 48


def check(send: Send) -> Refusal | None:
    """131064 until it is lifted."""
    account = send.platform.world.accounts[send.number.waba_id]
    if send.category != "utility" or not account.fields:
        return None
    if is_restricted(account, UTILITY, send.now) or is_restricted(account, UTILITY_RATE, send.now):
        return Refusal(131064, "Utility messages of this account are capped because of their category.")
    return None
