"""A value is one short line of text."""

import re

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, text_of, variables_of
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send

STAGE = 44
NOT_ONE_LINE = re.compile(r"[\n\r\t]| {5}")
LONGEST_CODE = 15


def check(send: Send) -> Refusal | None:
    """No line breaks, no tabs, no runs of more than four spaces, and not nothing; on cards as well."""
    is_code = send.category == "authentication"
    return next((refusal for part in send.parts if (refusal := _part(part, is_code))), None)


def _part(part: Part, is_code: bool) -> Refusal | None:
    for name in ("header", "body"):
        where = f"{part.where}{name}"
        for parameter in given_for(part.content, name) if variables_of(part.template, name) is not None else ():
            text = text_of(parameter)
            if not text:
                return Refusal(131008, f"{where}: a parameter of type text is missing its text value")
            if NOT_ONE_LINE.search(text):
                details = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces"
                return Refusal(132018, f"{where}: {details}")
            if is_code and len(text) > LONGEST_CODE:
                return Refusal(132018, f"{where}: a code has at most {LONGEST_CODE} characters")
    return None
