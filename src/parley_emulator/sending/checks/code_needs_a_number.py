"""A one-time code goes to a phone number, never to a user id."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 47


def check(send: Send) -> Refusal | None:
    """Whoever is known by a user id only has to give their number first."""
    if send.category != "authentication" or send.body.get("to"):
        return None
    return Refusal(131062, "Authentication messages need a phone number in to.")
