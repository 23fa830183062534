"""A number that the platform itself gave, +1 555 …, sends only once its name is approved."""

from parley_emulator.enforcement.names import GOOD
from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send

STAGE = 34
GIVEN = "1555"


def check(send: Send) -> Refusal | None:
    """131037 until then."""
    if send.number.fields.get("name_status", "APPROVED") in GOOD or not send.number.digits.startswith(GIVEN):
        return None
    return Refusal(131037, "The display name of this number is not approved yet.")
