"""The whole catalogue behind a button."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"


def check(content: dict[str, Any]) -> None:
    """A body; which item is on the picture may be said."""
    check_frame(content, 1024, ())
    action = action_named(content, "catalog_message")
    if action.get("parameters") is not None:
        parameters = object_in(action, "parameters", "interactive.action")
        text_in(parameters, "thumbnail_product_retailer_id", WHERE, 100, required=False)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text."""
    button = {"id": "catalog", "title": "View catalog", "kind": "catalog"}
    return {**show_frame(content, world), "buttons": [button]}
