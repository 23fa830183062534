"""A form goes on: what its server says is shown next."""

from typing import Any

from starlette.requests import Request

from parley_emulator.customers.write import NotPossible
from parley_emulator.flows.endpoint import EndpointFault, ask
from parley_emulator.phone.body import body_of
from parley_emulator.phone.chats import message_in
from parley_emulator.phone.forms import asked_by, flow_of
from parley_emulator.platform import Platform

ACTIONS = ("INIT", "data_exchange", "BACK")
END = "SUCCESS"


async def exchange(platform: Platform, request: Request) -> dict[str, Any]:
    """``{action, screen, data}`` → ``{screen, data}``, or ``{done}`` with what the form comes to."""
    number, message = message_in(platform, request)
    body = await body_of(request)
    action = str(body.get("action") or "data_exchange")
    if action not in ACTIONS:
        raise NotPossible(f"A form's action is one of {', '.join(ACTIONS)}.")
    given = asked_by(message)
    said: dict[str, Any] = {"action": action, "flow_token": str(given.get("flow_token") or "unused")}
    if action != "INIT":
        said |= {"screen": body.get("screen", ""), "data": body.get("data") or {}}
    try:
        answer = await ask(platform, number, flow_of(platform.world, number, message), said)
    except EndpointFault as fault:
        raise NotPossible(str(fault)) from fault
    return _shown(answer, str(body.get("screen") or ""))


def _shown(answer: dict[str, Any], before: str) -> dict[str, Any]:
    told = answer.get("data")
    data: dict[str, Any] = told if isinstance(told, dict) else {}
    screen = str(answer.get("screen") or before)
    if screen == END:
        ended = data.get("extension_message_response")
        params = ended.get("params") if isinstance(ended, dict) else None
        return {"done": params if isinstance(params, dict) else {}}
    if not screen:
        raise NotPossible("The form's server named no screen.")
    return {"screen": screen, "data": data}
