"""A message for the holder of one phone is not shown to the holder of another."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send
from parley_emulator.state.identity_keys import key_of


def fate(send: Send) -> Refusal | None:
    """137000 by webhook, where the hash that was sent along is not the customer's any more."""
    wanted = send.body.get("recipient_identity_key_hash")
    customer = send.platform.world.customers.get(send.to)
    if not wanted or customer is None or wanted == key_of(customer):
        return None
    return Refusal(137000, "recipient_identity_key_hash is not the one of this user any more.")
