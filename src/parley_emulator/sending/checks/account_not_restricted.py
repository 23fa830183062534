"""What the platform forbade the account: all sending, starting conversations, or answering as well."""

from parley_emulator.enforcement.restrictions import ANSWERS, STARTS, is_banned, is_restricted
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 31


def check(send: Send) -> Refusal | None:
    """A ban ends everything; restrictions end by themselves."""
    account = send.platform.world.accounts[send.number.waba_id]
    if not account.fields:
        return None
    if is_banned(account):
        return Refusal(131031, "The account is disabled. See Business Support Home.")
    if account.fields.get("account_review_status", "APPROVED") != "APPROVED":
        return Refusal(131031, "The account review is not approved.")
    if is_restricted(account, ANSWERS, send.now):
        return Refusal(368, "The account may not send messages for now.")
    if not send.chat.is_open(send.now) and is_restricted(account, STARTS, send.now):
        return Refusal(368, "The account may not start conversations for now.")
    return None
