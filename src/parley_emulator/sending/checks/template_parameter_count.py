"""As many values as the template has variables."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import given_for, variables_of
from parley_emulator.sending.send import Send

STAGE = 42


def check(send: Send) -> Refusal | None:
    """In the header's text and in the body."""
    if send.template is None:
        return None
    for part in ("header", "body"):
        variables = variables_of(send.template, part)
        if variables is None:
            continue
        given = given_for(send.content, part)
        if len(given) != len(variables):
            found = f"number of localizable_params ({len(given)})"
            return Refusal(132000, f"{part}: {found} does not match the expected number of params ({len(variables)})")
    return None
