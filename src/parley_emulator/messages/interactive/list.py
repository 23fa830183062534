"""A menu of up to ten rows."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.demand import list_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action"


def check(content: dict[str, Any]) -> None:
    """Ten rows over all sections; sections have titles when there are several."""
    check_frame(content, 4096, ("text",))
    action = object_in(content, "action", "interactive")
    text_in(action, "button", WHERE, 20)
    sections = list_in(action, "sections", WHERE, 1, 10)
    rows: list[str] = []
    for index, section in enumerate(sections):
        where = f"{WHERE}.sections[{index}]"
        text_in(section, "title", where, 24, required=len(sections) > 1)
        rows += [_check_row(row, where) for row in list_in(section, "rows", where, 1, 10)]
    if len(rows) > 10:
        raise Refusal(131009, f"{WHERE}.sections have {len(rows)} rows, at most 10 are allowed.")
    if len(set(rows)) < len(rows):
        raise Refusal(131009, "Each row's id must be different.")


def _check_row(row: dict[str, Any], where: str) -> str:
    text_in(row, "title", f"{where}.rows", 24)
    text_in(row, "description", f"{where}.rows", 72, required=False)
    return text_in(row, "id", f"{where}.rows", 200)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The menu behind its button."""
    action = content["action"]
    return {**show_frame(content, world), "list": {"button": action["button"], "sections": action["sections"]}}
