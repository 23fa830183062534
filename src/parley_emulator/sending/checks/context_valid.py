"""A quote names the message it quotes. Whether the customer still has it does not matter."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 22


def check(send: Send) -> Refusal | None:
    """``context.message_id``, and not with a reaction."""
    context = send.body.get("context")
    if context in (None, {"message_id": None}):
        return None
    if not isinstance(context, dict) or not isinstance(context.get("message_id"), str):
        return Refusal(131009, "context.message_id is not a message id.")
    if send.type == "reaction":
        return Refusal(131009, "A reaction has no context.")
    return None
