"""A button with a variable gets its value; only a button that there is gets one, and only one that it can take."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import (
    buttons_of,
    given_buttons,
    given_for_button,
    index_of,
    needs_value,
)
from parley_emulator.sending.parts import Part
from parley_emulator.sending.send import Send
from parley_emulator.sending.taps import check_tap

STAGE = 45


def check(send: Send) -> Refusal | None:
    """Button by button, of each card as well."""
    try:
        for part in send.parts:
            _check_given(part)
            _check_needed(part)
    except Refusal as refusal:
        return refusal
    return None


def _check_given(part: Part) -> None:
    buttons = buttons_of(part.template)
    for component in given_buttons(part.content):
        if component.get("index") is None:
            raise Refusal(131008, f"{part.where}A component of type button needs index.")
        index = index_of(component)
        if not 0 <= index < len(buttons):
            raise Refusal(131009, f"{part.where}The template has no button at index {component['index']}.")
        check_tap(buttons[index], component, f"{part.where}Button at index {index}")


def _check_needed(part: Part) -> None:
    for index, button in enumerate(buttons_of(part.template)):
        if needs_value(button) and not given_for_button(part.content, index):
            kind = str(button.get("type", "")).title().replace("_", " ")
            raise Refusal(131008, f"{part.where}Button at index {index} of type {kind} requires a parameter")
