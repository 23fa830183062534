"""A test number writes only to the few recipients that were put on its list (reference 1.2)."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.numbers.test_list import LISTED, is_test_number
from parley_emulator.sending.send import Send

STAGE = 14


def check(send: Send) -> Refusal | None:
    """131030 for everybody else, also in an open window."""
    if not is_test_number(send.number) or send.group or send.to in send.number.fields.get(LISTED, ()):
        return None
    return Refusal(131030, "Add this recipient to the list of the test number, and try again.")
