"""A form is sent when it is published; a draft only where the send says so (reference 4.12)."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.sending.send import Send
from parley_emulator.state.records import Thing

STAGE = 23
AN_HOUR = 3_600
MOST_THROTTLED = 10


def check(send: Send) -> Refusal | None:
    """Of the account, in a state in which it may be opened, and not more often than a throttled one may."""
    if send.type != "interactive" or str(send.content.get("type")).lower() != "flow":
        return None
    parameters = send.content["action"]["parameters"]
    flow = _named(send, parameters)
    if flow is None:
        return Refusal(131009, "The account has no flow with that flow_id or flow_name.")
    status, draft = flow.fields["status"], str(parameters.get("mode") or "published").lower() == "draft"
    if status == "BLOCKED":
        return Refusal(132068, "The flow is blocked: its endpoint fails too often.")
    if status == "THROTTLED" and not _has_room(send, flow):
        return Refusal(132069, f"The flow is throttled: {MOST_THROTTLED} messages an hour.")
    if status == "DEPRECATED" or (status == "DRAFT") != draft:
        return Refusal(131009, f"The flow has status {status}: mode must be draft for a draft, and only for a draft.")
    return None


def _named(send: Send, parameters: dict[str, Any]) -> Thing | None:
    flows = send.platform.world.things_of("flow", send.number.waba_id)
    id_, name = str(parameters.get("flow_id") or ""), parameters.get("flow_name")
    return next((each for each in flows if each.id == id_ or each.fields["name"] == name), None)


def _has_room(send: Send, flow: Thing) -> bool:
    """Takes one place of the hour where there is one."""
    sent = [at for at in flow.fields.get("sent", []) if at > send.now - AN_HOUR]
    flow.fields["sent"] = [*sent, send.now] if len(sent) < MOST_THROTTLED else sent
    return len(sent) < MOST_THROTTLED
