"""The content is what its type demands; each type's own file says what that is."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.messages import TYPES
from parley_emulator.sending.demand import object_in
from parley_emulator.sending.direct import is_direct
from parley_emulator.sending.send import Send

STAGE = 20


def check(send: Send) -> Refusal | None:
    """Missing, of the wrong kind, or a wrong value."""
    try:
        is_list = send.type == "contacts"
        send.content = send.body.get(send.type) if is_list else object_in(send.body, send.type)
        kind = TYPES[send.type]
        (getattr(kind, "check_direct", kind.check) if is_direct(send.body) else kind.check)(send.content)
    except Refusal as refusal:
        return refusal
    return None
