"""Several items of a catalogue."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action"


def check(content: dict[str, Any]) -> None:
    """A header of text, and up to thirty items in up to ten sections with titles."""
    object_in(content, "header", "interactive")
    check_frame(content, 1024, ("text",))
    action = object_in(content, "action", "interactive")
    text_in(action, "catalog_id", WHERE, 100)
    sections = list_in(action, "sections", WHERE, 1, 10)
    count = 0
    for index, section in enumerate(sections):
        where = f"{WHERE}.sections[{index}]"
        text_in(section, "title", where, 24, required=len(sections) > 1)
        for item in list_in(section, "product_items", where, 1, 30):
            text_in(item, "product_retailer_id", f"{where}.product_items", 100)
            count += 1
    if count > 30:
        raise Refusal(131009, f"{WHERE}.sections have {count} products, at most 30 are allowed.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The items behind a button, as a phone shows a list."""
    sections = [
        {
            "title": section.get("title", ""),
            "rows": [
                {"id": item["product_retailer_id"], "title": item["product_retailer_id"]}
                for item in section["product_items"]
            ],
        }
        for section in content["action"]["sections"]
    ]
    return {**show_frame(content, world), "list": {"button": "View items", "sections": sections}}
