"""A button that calls the business."""

from typing import Any

from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import number_in, object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"
LONGEST_LABEL, MOST_MINUTES = 20, 43_200


def check(content: dict[str, Any]) -> None:
    """A body; the label and how long the button works may be said."""
    check_frame(content, 1024, ())
    action = action_named(content, "voice_call")
    if action.get("parameters") is None:
        return
    parameters = object_in(action, "parameters", "interactive.action")
    text_in(parameters, "display_text", WHERE, LONGEST_LABEL, required=False)
    if parameters.get("ttl_minutes") is not None:
        number_in(parameters, "ttl_minutes", WHERE, 1, MOST_MINUTES)


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text; no voice goes through the local platform."""
    label = (content["action"].get("parameters") or {}).get("display_text") or "Call now"
    return {**show_frame(content, world), "buttons": [{"id": "voice_call", "title": label, "kind": "voice_call"}]}
