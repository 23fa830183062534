"""A reaction to a message that is not there, is older than 30 days, or is a reaction itself."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send


def fate(send: Send) -> Refusal | None:
    """131009 by webhook."""
    if send.type != "reaction":
        return None
    target = send.platform.world.messages.get(str(send.content.get("message_id")))
    mine = target is not None and (target.number_id, target.wa_id) == (send.number.id, send.to)
    if target is None or not mine or target.type == "reaction" or send.now > target.at + 30 * 86_400:
        return Refusal(131009, "reaction.message_id is not a message that can be reacted to.")
    return None
