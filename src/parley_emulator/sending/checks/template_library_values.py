"""The values of a text of the library are of the types that the library names (reference 4.2).

How the real platform looks at them is not told; here only what can not be meant is refused.
"""

import re

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, text_of
from parley_emulator.sending.send import Send
from parley_emulator.templates.library import TYPES

STAGE = 45
ADDRESSED = r"(?![^@]*@)(?!.*://)"  # neither a mailbox nor a link
FORMS = {
    "ADDRESS": re.compile(rf"{ADDRESSED}.*\w.*", re.DOTALL),
    "AMOUNT": re.compile(r"[^\d@:/]{0,12}\d[\d.,'\s]*[^\d@:/]{0,12}"),
    "DATE": re.compile(rf"{ADDRESSED}.*\w.*", re.DOTALL),
    "EMAIL": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "NUMBER": re.compile(r"[+-]?\d[\d.,'\s]*"),
    "PHONE NUMBER": re.compile(r"\+?[\d\s().-]{5,25}"),
}


def check(send: Send) -> Refusal | None:
    """Value by value, in their order."""
    if send.template is None:
        return None
    for kind, parameter in zip(send.template.fields.get(TYPES) or (), given_for(send.content, "body"), strict=False):
        form, text = FORMS.get(kind), text_of(parameter).strip()
        if form and not form.fullmatch(text):
            return Refusal(132018, f"body: a parameter must be of the type {kind}")
    return None
