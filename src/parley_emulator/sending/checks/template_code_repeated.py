"""A one-time code is sent twice, for the text and for the button, and is the same both times (reference 3.4, 8.8)."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import buttons_of, given_for, given_for_button, text_of
from parley_emulator.sending.send import Send

STAGE = 46


def check(send: Send) -> Refusal | None:
    """Else a phone would show one code and copy another."""
    if send.template is None or send.category != "authentication":
        return None
    for index in range(len(buttons_of(send.template))):
        shown, copied = given_for(send.content, "body"), given_for_button(send.content, index)
        if shown and copied and text_of(shown[0]) != text_of(copied[0]):
            return Refusal(132018, f"Button at index {index}: the code is not the one of the body")
    return None
