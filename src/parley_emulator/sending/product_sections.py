"""Items of a catalogue in sections, as a message and as a template's button have them (reference 3.3, 6.3)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, text_in

SECTIONS, PRODUCTS, TITLE, RETAILER_ID = 10, 30, 24, 100


def check_sections(action: dict[str, Any], where: str) -> None:
    """One to ten sections, with titles where there are several, and thirty items over all of them. Raises Refusal."""
    sections = list_in(action, "sections", where, 1, SECTIONS)
    count = 0
    for index, section in enumerate(sections):
        place = f"{where}.sections[{index}]"
        text_in(section, "title", place, TITLE, required=len(sections) > 1)
        for item in list_in(section, "product_items", place, 1, PRODUCTS):
            text_in(item, "product_retailer_id", f"{place}.product_items", RETAILER_ID)
            count += 1
    if count > PRODUCTS:
        raise Refusal(131009, f"{where}.sections have {count} products, at most {PRODUCTS} are allowed.")
