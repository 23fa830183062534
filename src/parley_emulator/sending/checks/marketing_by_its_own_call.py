"""An account may have its marketing templates go by the call for marketing only."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 49


def check(send: Send) -> Refusal | None:
    """131063 on the ordinary call."""
    if send.category != "marketing" or send.by_marketing_api:
        return None
    account = send.platform.world.accounts[send.number.waba_id]
    if account.fields.get("disable_marketing_messages_on_cloud_api"):
        return Refusal(131063, "This account sends marketing templates by /marketing_messages only.")
    return None
