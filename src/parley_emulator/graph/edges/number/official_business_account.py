"""The application for the mark of an official business account."""

from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.shape import Shape
from parley_emulator.numbers.changes import set_field
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number

NODE = "number"
EDGE = "official_business_account"
FIELDS = ("id", "oba_status", "status_message")
SHAPE = Shape("WhatsAppBusinessOBAStatus", FIELDS)
NONE = {"oba_status": "CANCELLED", "status_message": "There is no application."}
WORDS = {
    "PENDING": "The application is under review.",
    "APPROVED": "The number is an official business account.",
    "REJECTED": "The application was rejected.",
    "CANCELLED": "The application was withdrawn.",
}
ACTIONS = {"SUBMIT_APPLICATION": "PENDING", "RESUBMIT_APPLICATION": "PENDING", "WITHDRAW_APPLICATION": "CANCELLED"}


async def get(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """How far it is."""
    whole = {"id": number.id, **number.fields.get("oba", NONE)}
    return pick(call.param("fields"), whole, FIELDS)


async def post(platform: Platform, call: Call, number: Number) -> dict[str, Any]:
    """Apply, apply again, or withdraw; without an action, the documented fields of an application are one."""
    action = (call.param("action") or "SUBMIT_APPLICATION").upper()
    if action not in ACTIONS:
        raise Refusal(100, f"Param action must be one of {', '.join(ACTIONS)}.")
    before = number.fields.get("oba", NONE)["oba_status"]
    if action == "SUBMIT_APPLICATION" and before in {"PENDING", "APPROVED"}:
        raise Refusal(100, f"There is an application already: it is {before}.")
    if action == "WITHDRAW_APPLICATION" and before != "PENDING":
        raise Refusal(100, "There is no application to withdraw.")
    status = ACTIONS[action]
    told = {"oba_status": status, "status_message": WORDS[status]}
    set_field(platform, number, "oba", told)
    await platform.store.committed()
    return {
        "success": True,
        "message": WORDS[status],
        "updated_status": {"id": number.id, **told},
        "tracking_id": f"oba_req_{ids.digits(16)}",
    }
