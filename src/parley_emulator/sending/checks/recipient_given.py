"""Someone must be written to: a number in ``to``, or the user id of a person in ``recipient``."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.recipient import wa_id_of
from parley_emulator.sending.send import Send

STAGE = 11


def check(send: Send) -> Refusal | None:
    """Finds the chat."""
    if str(send.body.get("recipient_type") or "individual").lower() != "individual":
        return Refusal(131009, "recipient_type must be individual; groups are not emulated.")
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
        return Refusal(131008, "The parameter to is required.")
    send.chat = world.chat(send.number, send.to)
    return None
