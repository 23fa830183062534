"""The cards of a carousel template: two to ten, all of the same parts (reference 6.3, 8.1)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, text_in
from parley_emulator.templates.buttons import check_buttons, kind_of
from parley_emulator.templates.parts import OF_A_CARD, parts_of

FEWEST, MOST, BODY, MOST_BUTTONS = 2, 10, 160, 2
HEADERS = frozenset({"IMAGE", "VIDEO", "PRODUCT"})
Form = tuple[str, bool, tuple[str, ...]]


def check_cards(carousel: dict[str, Any]) -> None:
    """Raises Refusal."""
    cards = list_in(carousel, "cards", "carousel", FEWEST, MOST)
    if len({_form(card, f"cards[{index}]") for index, card in enumerate(cards)}) > 1:
        raise Refusal(100, "All cards of a carousel must have the same parts.")


def _form(card: dict[str, Any], where: str) -> Form:
    """(kind of its header, whether it has a text, kinds of its buttons)."""
    parts = parts_of(list_in(card, "components", where, 1, 10), where, OF_A_CARD)
    header = str(parts.get("HEADER", {}).get("format", "")).upper()
    if header not in HEADERS:
        raise Refusal(100, f"{where}: the header's format must be one of {', '.join(sorted(HEADERS))}.")
    if "BODY" in parts:
        text_in(parts["BODY"], "text", f"{where}.body", BODY)
    buttons = list_in(parts.get("BUTTONS", {}), "buttons", where, 1, MOST_BUTTONS)
    check_buttons(buttons)
    return header, "BODY" in parts, tuple(kind_of(button) for button in buttons)
