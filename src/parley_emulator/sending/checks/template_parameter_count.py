"""As many values as the template has variables."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, variables_of
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send

STAGE = 42


def check(send: Send) -> Refusal | None:
    """In the header's text and in the body, of each card as well."""
    return next((refusal for part in send.parts if (refusal := _part(part))), None)


def _part(part: Part) -> Refusal | None:
    for name in ("header", "body"):
        variables = variables_of(part.template, name)
        if variables is None:
            continue
        given = given_for(part.content, name)
        if len(given) != len(variables):
            found = f"number of localizable_params ({len(given)})"
            expected = f"the expected number of params ({len(variables)})"
            return Refusal(132000, f"{part.where}{name}: {found} does not match {expected}")
    return None
