"""The form behind a message, as its JSON says; drawn by the page."""

from typing import Any

import msgspec

from parley_emulator.control.asked import NotFound
from parley_emulator.state.records import Message, Number, Thing
from parley_emulator.state.world import World


def form_of(world: World, number: Number, message: Message) -> dict[str, Any]:
    """Raises NotFound for a message without a form, or a form that is gone."""
    return msgspec.json.decode(flow_of(world, number, message).fields["flow_json"] or "{}", type=dict[str, Any])


def flow_of(world: World, number: Number, message: Message) -> Thing:
    """The same, as it is kept."""
    content = message.object() if message.type == "interactive" else {}
    given = (content.get("action") or {}).get("parameters") or {}
    for flow in world.things_of("flow", number.waba_id):
        if str(given.get("flow_id") or "") == flow.id or given.get("flow_name") == flow.fields["name"]:
            return flow
    raise NotFound("This form is no longer there.")
