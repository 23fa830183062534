"""A button with a variable gets its value, and only a button that exists gets one."""

from parley_emulator.graph.refusal import Refusal
from parley_emulator.orders.asked import behind_button
from parley_emulator.sending.filling import buttons_of, given_for_button, given_indexes, needs_value, text_of
from parley_emulator.sending.send import Send

STAGE = 45


def check(send: Send) -> Refusal | None:
    """Button by button."""
    if send.template is None:
        return None
    buttons = buttons_of(send.template)
    for index in given_indexes(send.content):
        if not 0 <= index < len(buttons):
            return Refusal(131009, f"The template has no button at index {index}.")
    for index, button in enumerate(buttons):
        given = given_for_button(send.content, index)
        kind = str(button.get("type", "")).title().replace("_", " ")
        is_order = str(button.get("type", "")).upper() == "ORDER_DETAILS"
        if (needs_value(button) and not (given and text_of(given[0]))) or (is_order and not behind_button(given)):
            return Refusal(131008, f"Button at index {index} of type {kind} requires a parameter")
        if str(button.get("type", "")).upper() == "URL" and given and not needs_value(button):
            return Refusal(132018, f"Button at index {index} of type {kind} has no variable")
    return None
