"""A form that opens from a button."""

from typing import Any

from parley.core.messages import Flow
from parley.whatsapp.outbound.parts import interactive

CONTENT = Flow


def body(content: Flow, media_id: str) -> dict[str, Any]:
    """``interactive.type: flow``; the data of its first screen may not be empty, so it is left out then."""
    asked: dict[str, Any] = {
        "flow_message_version": "3",
        "flow_token": content.session,
        "flow_cta": content.label,
        "flow_action": "data_exchange" if content.exchange else "navigate",
        "mode": content.mode,
    }
    asked |= {"flow_id": content.flow_id} if content.flow_id else {"flow_name": content.flow_name}
    if content.screen:
        asked["flow_action_payload"] = {"screen": content.screen} | ({"data": content.data} if content.data else {})
    action = {"name": "flow", "parameters": asked}
    return interactive("flow", content.body, action, header=content.header, footer=content.footer)
