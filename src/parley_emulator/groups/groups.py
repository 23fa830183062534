"""Groups that a business keeps: who is in them, who asks to come in, and the link that lets people in."""

import secrets
from typing import Any

from parley_emulator import ids
from parley_emulator.graph.call import Call
from parley_emulator.graph.refusal import Refusal
from parley_emulator.groups.membership import MOST
from parley_emulator.groups.naming import named
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing

MODES = frozenset({"approval_required", "auto_approve"})


def new_group(platform: Platform, number: Number, subject: str, description: str, mode: str) -> Thing:
    """Empty, with a link."""
    fields: dict[str, Any] = {
        "subject": subject,
        "description": description,
        "join_approval_mode": mode,
        "participants": [],
        "join_requests": {},
        "invite_link": new_link(),
        "created_at": int(platform.clock.now()),
        "suspended": False,
    }
    return Thing(id=ids.group_id(number.digits), kind="group", owner=number.id, fields=fields)


def new_link() -> str:
    """The older one opens nothing any more."""
    return f"https://chat.whatsapp.com/{secrets.token_urlsafe(16)}"


def mode_in(call: Call) -> str:
    """How people come in."""
    mode = (call.param("join_approval_mode") or "auto_approve").lower()
    if mode not in MODES:
        raise Refusal(100, "Param join_approval_mode must be approval_required or auto_approve.")
    return mode


def users_in(call: Call) -> list[str]:
    """Whom ``participants`` names, one to eight: each by number or by user id."""
    listed = call.value("participants")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST:
        raise Refusal(100, f"Param participants must be an array of 1 to {MOST} users.")
    users = [str(each.get("user") or each.get("user_id") or "") if isinstance(each, dict) else "" for each in listed]
    if not all(users):
        raise Refusal(100, "Each of participants needs user.")
    return users


def requests_in(call: Call) -> list[str]:
    """The ids of ``join_requests``."""
    listed = call.value("join_requests")
    if not isinstance(listed, list) or not listed:
        raise Refusal(100, "Param join_requests must be an array of ids.")
    return [str(each) for each in listed]


def take_requests(group: Thing, asked: list[str]) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """(wa_id by id of those that were there, what failed); they are no longer waiting."""
    waiting: dict[str, Any] = group.fields["join_requests"]
    taken = {each: str(waiting.pop(each)["wa_id"]) for each in asked if each in waiting}
    missing = Refusal(100, "There is no such join request.")
    error = {"code": missing.code, "message": missing.details, "title": missing.title}
    return taken, [{"join_request_id": each, "errors": [error]} for each in asked if each not in taken]


def view(platform: Platform, group: Thing) -> dict[str, Any]:
    """All fields there are."""
    kept = group.fields
    participants = [named(platform, group, each) for each in kept["participants"]]
    return {
        "messaging_product": "whatsapp",
        "id": group.id,
        "subject": kept["subject"],
        "description": kept["description"],
        "join_approval_mode": kept["join_approval_mode"],
        "suspended": kept["suspended"],
        "creation_timestamp": kept["created_at"],
        "participants": participants,
        "total_participant_count": len(participants),
    }
