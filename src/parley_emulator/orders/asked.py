"""Which order a send is about: a message's own, the one behind a template's button, or the one a template tells of."""

from dataclasses import dataclass
from typing import Any

from parley_emulator.sending.filling import buttons_of, given_for, given_for_button
from parley_emulator.sending.send import Send

DETAILS, STATUS = "order_details", "order_status"


@dataclass(frozen=True)
class AskedOrder:
    """``kind``: it is new, or goes on. ``where``: the path of its parameters, for sentences."""

    kind: str
    parameters: dict[str, Any]
    where: str


def order_in(send: Send) -> AskedOrder | None:
    """None for a send that is about no order."""
    if send.type == "interactive":
        kind = str(send.content.get("type")).lower()
        if kind in {DETAILS, STATUS}:
            return AskedOrder(kind, send.content["action"]["parameters"], "interactive.action.parameters")
    if send.template is None:
        return None
    for index, button in enumerate(buttons_of(send.template)):
        if str(button.get("type", "")).lower() == DETAILS:
            given = given_for_button(send.content, index)
            told = behind_button(given)
            return AskedOrder(DETAILS, told, f"template.components.button[{index}].order_details") if told else None
    given = given_for(send.content, STATUS)
    return AskedOrder(STATUS, given[0][STATUS], "template.components.order_status.order_status") if given else None


def behind_button(given: list[dict[str, Any]]) -> dict[str, Any]:
    """The parameter of the button, empty where there is none."""
    action = given[0].get("action") if given else None
    told = action.get(DETAILS) if isinstance(action, dict) else None
    return told if isinstance(told, dict) else {}
