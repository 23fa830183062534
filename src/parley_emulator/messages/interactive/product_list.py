"""Several items of a catalogue."""

from typing import Any

from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.sending.product_sections import check_sections
from parley_emulator.state.world import World

WHERE = "interactive.action"


def check(content: dict[str, Any]) -> None:
    """A header of text, and up to thirty items in up to ten sections with titles."""
    object_in(content, "header", "interactive")
    check_frame(content, 1024, ("text",))
    action = object_in(content, "action", "interactive")
    text_in(action, "catalog_id", WHERE, 100)
    check_sections(action, WHERE)


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
