"""Someone must be written to: a number or a group in ``to``, or the user id of a person in ``recipient``."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import missing
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.sending.send import Send

STAGE = 11


def check(send: Send) -> Refusal | None:
    """Finds the chat."""
    kind = str(send.body.get("recipient_type") or "individual").lower()
    if kind == "group":
        return _find_group(send)
    if kind != "individual":
        return Refusal(131009, "recipient_type must be individual or group.")
    world = send.platform.world
    written = send.body.get("to")
    if written is not None and not isinstance(written, str | int):
        return Refusal(100, "Param to must be a string.")
    if written:
        send.to = wa_id_of(str(written), send.number.country, world.customers)
        if not send.to:
            return Refusal(131009, "to is not a phone number.")
    elif send.body.get("recipient"):
        send.to = world.by_user_id.get((send.number.waba_id, str(send.body["recipient"])), "")
        if not send.to:
            return Refusal(131009, "recipient is not a user id of this business.")
    else:
        return missing("to")
    send.chat = world.chat(send.number, send.to)
    return None


def _find_group(send: Send) -> Refusal | None:
    """A group of the number, that is not suspended."""
    group = send.platform.world.things.get(str(send.body.get("to")))
    if group is None or (group.kind, group.owner) != ("group", send.number.id):
        return Refusal(131009, "to is not a group of this number.")
    if group.fields["suspended"]:
        return Refusal(131009, "The group is suspended.")
    send.group, send.to = group, group.id
    send.chat = send.platform.world.chat(send.number, group.id)
    return None
