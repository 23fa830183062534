"""Filled in, the text must still fit."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.rendering import render
from parley_emulator.sending.send import Send

STAGE = 46
LONGEST = {"header": 60, "text": 1024}


def check(send: Send) -> Refusal | None:
    """Keeps the filled-in text, to show it on the phone."""
    if send.template is None:
        return None
    send.rendered = render(send.template, send.content)
    for part, most in LONGEST.items():
        if len(send.rendered.get(part) or "") > most:
            return Refusal(132005, f"Translated text of the {part} is longer than {most} characters")
    return None
