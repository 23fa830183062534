"""A form is sent when it is published; a draft only where the send says so (reference 4.12)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.filling import buttons_of
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Thing

STAGE = 48
AN_HOUR = 3_600
MOST_THROTTLED = 10


def check(send: Send) -> Refusal | None:
    """Of the account, in a state in which it may be opened, and not more often than a throttled one may."""
    if send.type == "interactive" and str(send.content.get("type")).lower() == "flow":
        parameters = send.content["action"]["parameters"]
        return _problem(send, parameters, str(parameters.get("mode") or "published").lower() == "draft")
    buttons = (button for part in send.parts for button in buttons_of(part.template) if _opens_flow(button))
    return next((refusal for button in buttons if (refusal := _problem(send, button, is_draft=False))), None)


def _opens_flow(button: dict[str, Any]) -> bool:
    """A template that brought its form along has no other to look for."""
    is_named = button.get("flow_id") or button.get("flow_name")
    return bool(is_named) and str(button.get("type", "")).upper() == "FLOW"


def _problem(send: Send, named: dict[str, Any], is_draft: bool) -> Refusal | None:
    """``named``: by ``flow_id`` or by ``flow_name``."""
    flow = _named(send, named)
    if flow is None:
        return Refusal(131009, "The account has no flow with that flow_id or flow_name.")
    status = flow.fields["status"]
    if status == "BLOCKED":
        return Refusal(132068, "The flow is blocked: its endpoint fails too often.")
    if status == "THROTTLED" and not _has_room(send, flow):
        return Refusal(132069, f"The flow is throttled: {MOST_THROTTLED} messages an hour.")
    if status == "DEPRECATED" or (status == "DRAFT") != is_draft:
        return Refusal(131009, f"The flow has status {status}: mode must be draft for a draft, and only for a draft.")
    return None


def _named(send: Send, named: dict[str, Any]) -> Thing | None:
    flows = send.platform.world.things_of("flow", send.number.waba_id)
    id_, name = str(named.get("flow_id") or ""), named.get("flow_name")
    return next((each for each in flows if each.id == id_ or each.fields["name"] == name), None)


def _has_room(send: Send, flow: Thing) -> bool:
    """Takes one place of the hour where there is one."""
    sent = [at for at in flow.fields.get("sent", []) if at > send.now - AN_HOUR]
    flow.fields["sent"] = [*sent, send.now] if len(sent) < MOST_THROTTLED else sent
    return len(sent) < MOST_THROTTLED
