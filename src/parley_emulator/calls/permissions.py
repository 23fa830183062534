"""Whom a number may call: those who allowed it, for a while, and not too often."""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing

REQUESTS_A_DAY = 1
CALLS_A_DAY = 100
DAY = 86_400
LASTS = 7 * DAY


def permission_of(platform: Platform, number: Number, wa_id: str) -> Thing:
    """What the two agreed on; made when it is first asked for, kept when it is changed."""
    id_ = f"call-permission-{number.id}-{wa_id}"
    fields = {"status": "pending", "until": 0.0, "asked": [], "called": []}
    return platform.world.things.get(id_) or Thing(id=id_, kind="call_permission", owner=number.id, fields=fields)


def grant(platform: Platform, number: Number, wa_id: str, granted: bool) -> None:
    """The customer allowed or denied it."""
    thing = permission_of(platform, number, wa_id)
    thing.fields["status"] = "granted" if granted else "denied"
    thing.fields["until"] = platform.clock.now() + LASTS if granted else 0.0
    platform.world.save_thing(thing)


def view(platform: Platform, number: Number, wa_id: str) -> dict[str, Any]:
    """The permission, and what may be done now."""
    kept, now = permission_of(platform, number, wa_id).fields, platform.clock.now()
    status = "expired" if kept["status"] == "granted" and kept["until"] <= now else kept["status"]
    permission: dict[str, Any] = {"status": status}
    if kept["until"]:
        permission["expiration_time"] = int(kept["until"])
    called, asked = (_today(kept[name], now) for name in ("called", "asked"))
    return {
        "messaging_product": "whatsapp",
        "permission": permission,
        "actions": [
            _action("start_call", status == "granted" and len(called) < CALLS_A_DAY, called, CALLS_A_DAY, now),
            _action("send_call_permission_request", len(asked) < REQUESTS_A_DAY, asked, REQUESTS_A_DAY, now),
        ],
    }


def demand(platform: Platform, number: Number, wa_id: str) -> None:
    """Raises Refusal where the customer has not allowed calls, or was called too often in a day."""
    start = view(platform, number, wa_id)["actions"][0]
    if start["can_perform_action"]:
        return
    used = start["limits"][0]
    why = "has had all calls of a day" if used["current_usage"] >= used["max_allowed"] else "has not allowed calls"
    raise Refusal(138006, f"No call permission: the user {why}.")


def note_answer(platform: Platform, number: Number, wa_id: str, told: dict[str, Any]) -> None:
    """The customer's message may answer a request to call."""
    interactive = told.get("interactive")
    answer = interactive.get("call_permission_reply") if isinstance(interactive, dict) else None
    if isinstance(answer, dict):
        grant(platform, number, wa_id, answer.get("response") == "accept")


def note(platform: Platform, number: Number, wa_id: str, what: str) -> None:
    """``called`` or ``asked``, now."""
    thing = permission_of(platform, number, wa_id)
    now = platform.clock.now()
    thing.fields[what] = [*_today(thing.fields[what], now), now]
    platform.world.save_thing(thing)


def _today(times: list[float], now: float) -> list[float]:
    return [each for each in times if each > now - DAY]


def _action(name: str, may: bool, used: list[float], most: int, now: float) -> dict[str, Any]:
    ends = int((used[0] if used else now) + DAY)
    limit = {"time_period": "PT24H", "current_usage": len(used), "max_allowed": most, "limit_expiration_time": ends}
    return {"action_name": name, "can_perform_action": may, "limits": [limit]}
