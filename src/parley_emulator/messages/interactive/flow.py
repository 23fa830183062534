"""A form in the chat. Whether it exists and is published is the send's own check, ``flow_sendable``."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"


def check(content: dict[str, Any]) -> None:
    """Which form, the label of the button, and how it begins."""
    check_frame(content, 1024, ("text", "image", "video", "document"))
    parameters = object_in(action_named(content, "flow"), "parameters", "interactive.action")
    if text_in(parameters, "flow_message_version", WHERE, 5) != "3":
        raise Refusal(131009, f"{WHERE}.flow_message_version must be 3.")
    text_in(parameters, "flow_cta", WHERE, 30)
    if bool(parameters.get("flow_id")) == bool(parameters.get("flow_name")):
        raise Refusal(131009, f"{WHERE} needs either flow_id or flow_name.")
    for name, allowed in (("mode", ("draft", "published")), ("flow_action", ("navigate", "data_exchange"))):
        if parameters.get(name) is not None and str(parameters[name]).lower() not in allowed:
            raise Refusal(131009, f"{WHERE}.{name} must be one of {', '.join(allowed)}.")
    payload = parameters.get("flow_action_payload")
    if isinstance(payload, dict) and payload.get("data") == {}:
        raise Refusal(131009, f"{WHERE}.flow_action_payload.data must not be empty.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text."""
    button = {"id": "flow", "title": content["action"]["parameters"]["flow_cta"], "kind": "flow"}
    return {**show_frame(content, world), "buttons": [button]}
