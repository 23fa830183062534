"""Asks for an address to deliver to; in India only."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.action_parts import action_named
from parley_emulator.sending.demand import object_in, text_in
from parley_emulator.sending.frame_parts import check_frame, show_frame
from parley_emulator.state.world import World

WHERE = "interactive.action.parameters"


def check(content: dict[str, Any]) -> None:
    """A body and the country."""
    check_frame(content, 1024, ())
    parameters = object_in(action_named(content, "address_message"), "parameters", "interactive.action")
    if text_in(parameters, "country", WHERE, 2).upper() != "IN":
        raise Refusal(131009, f"{WHERE}.country must be IN: addresses are asked for in India only.")


def show(content: dict[str, Any], world: World) -> dict[str, Any]:
    """The button under the text."""
    button = {"id": "address", "title": "Provide address", "kind": "address"}
    return {**show_frame(content, world), "buttons": [button]}
