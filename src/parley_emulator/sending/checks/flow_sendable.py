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
    return next((refusal for asked, is_draft in _asked(send) if (refusal := _problem(send, asked, is_draft))), None)


def take(send: Send) -> None:
    """One place of the hour of a throttled one."""
    for asked, _ in _asked(send):
        flow = _named(send, asked)
        if flow is not None and flow.fields["status"] == "THROTTLED":
            flow.fields["sent"] = [*_of_the_hour(send, flow), send.now]


def _asked(send: Send) -> list[tuple[dict[str, Any], bool]]:
    """(what names the form, whether it is a draft) for the message's own, and for each button of a template."""
    if send.type == "interactive" and str(send.content.get("type")).lower() == "flow":
        parameters = send.content["action"]["parameters"]
        return [(parameters, str(parameters.get("mode") or "published").lower() == "draft")]
    return [(button, False) for part in send.parts for button in buttons_of(part.template) if _opens_flow(button)]


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
    if status == "THROTTLED" and len(_of_the_hour(send, flow)) >= MOST_THROTTLED:
        return Refusal(132069, f"The flow is throttled: {MOST_THROTTLED} messages an hour.")
    if status == "DEPRECATED" or (status == "DRAFT") != is_draft:
        return Refusal(131009, f"The flow has status {status}: mode must be draft for a draft, and only for a draft.")
    return None


def _named(send: Send, named: dict[str, Any]) -> Thing | None:
    flows = send.platform.world.things_of("flow", send.number.waba_id)
    id_, name = str(named.get("flow_id") or ""), named.get("flow_name")
    return next((each for each in flows if each.id == id_ or each.fields["name"] == name), None)


def _of_the_hour(send: Send, flow: Thing) -> list[float]:
    return [at for at in flow.fields.get("sent", []) if at > send.now - AN_HOUR]
