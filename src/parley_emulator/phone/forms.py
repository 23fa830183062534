"""The form behind a message, as its JSON says; drawn by the page."""

from typing import Any

import msgspec

from parley_emulator.control.asked import NotFound
from parley_emulator.state.records import Message, Number, Thing
from parley_emulator.state.world import World


def form_of(world: World, number: Number, message: Message) -> dict[str, Any]:
    """Raises NotFound for a message without a form, or a form that is gone."""
    return msgspec.json.decode(flow_of(world, number, message).fields["flow_json"] or "{}", type=dict[str, Any])


def asked_by(message: Message) -> dict[str, Any]:
    """``flow_id`` or ``flow_name``, and ``flow_token``, of a message or a template that opens a form; else empty."""
    content = message.object() if message.type in {"interactive", "template"} else {}
    if message.type == "template":
        flow = (content.get("rendered") or {}).get("flow") or {}
        return {**flow, "flow_token": flow.get("token")} if flow else {}
    return (content.get("action") or {}).get("parameters") or {}


def flow_of(world: World, number: Number, message: Message) -> Thing:
    """The same, as it is kept."""
    given = asked_by(message)
    for flow in world.things_of("flow", number.waba_id):
        if str(given.get("flow_id") or "") == flow.id or given.get("flow_name") == flow.fields["name"]:
            return flow
    raise NotFound("This form is no longer there.")
