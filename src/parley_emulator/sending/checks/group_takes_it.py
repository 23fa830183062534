"""What may be sent to a group: no one-time codes, nothing to tap; and pins go to groups only."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 45
FILES = {"image", "video", "audio", "document", "sticker"}
TYPES = frozenset({"text", "location", "contacts", "reaction", "template", *FILES})


def check(send: Send) -> Refusal | None:
    """131051 for another type; the message to pin is one of the group."""
    if send.type != "pin":
        if send.group is None or (send.type in TYPES and send.category != "authentication" and not send.direct):
            return None
        return Refusal(131051, f"A message of type {send.type} of this kind can not be sent to a group.")
    if send.group is None:
        return Refusal(131051, "Only messages of a group can be pinned.")
    target = send.platform.world.messages.get(send.content["message_id"])
    if target is None or (target.number_id, target.wa_id) != (send.number.id, send.group.id):
        return Refusal(131009, "pin.message_id is not a message of this group.")
    return None
