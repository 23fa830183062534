"""A value is one short line of text."""

import re

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, text_of, variables_of
from parley_emulator.sending.send import Send

STAGE = 44
NOT_ONE_LINE = re.compile(r"[\n\t]| {5}")


def check(send: Send) -> Refusal | None:
    """No line breaks, no tabs, no runs of more than four spaces, and not nothing."""
    if send.template is None:
        return None
    for part in ("header", "body"):
        for parameter in given_for(send.content, part) if variables_of(send.template, part) is not None else ():
            text = text_of(parameter)
            if not text:
                return Refusal(131008, f"{part}: a parameter of type text is missing its text value")
            if NOT_ONE_LINE.search(text):
                details = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
                return Refusal(132018, f"{part}: {details}")
            if send.category == "authentication" and len(text) > 15:
                return Refusal(132018, f"{part}: a code has at most 15 characters")
    return None
