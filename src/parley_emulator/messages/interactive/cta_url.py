"""A button that opens a page."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import link_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World


def check(content: dict[str, Any]) -> None:
    """A label and an address."""
    check_frame(content, 1024, ("text", "image", "video", "document"))
    parameters = object_in(action_named(content, "cta_url"), "parameters", "interactive.action")
    text_in(parameters, "display_text", "interactive.action.parameters", 20)
    link_in(parameters, "url", "interactive.action.parameters")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text."""
    parameters = content["action"]["parameters"]
    button = {"id": "url", "title": parameters["display_text"], "kind": "url", "url": parameters["url"]}
    return {**show_frame(content, world), "buttons": [button]}
