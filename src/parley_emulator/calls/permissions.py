"""Whom a number may call: those who allowed it, for a week or for good, and not too often.

From the platform's pages on calling (July 2026). A permission is asked for once a day and twice a week at most; a call
that connects lets the asking begin anew. After four calls in a row that nobody took it is gone.
"""

from typing import Any

from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing

DAY = 86_400
LASTS = 7 * DAY
# (as the platform writes the span, its seconds, how often in it)
Limits = tuple[tuple[str, int, int], ...]
REQUESTS: Limits = (("PT24H", DAY, 1), ("P7D", 7 * DAY, 2))
CALLS: Limits = (("PT24H", DAY, 100),)
UNANSWERED = 4
NONE, TEMPORARY, PERMANENT = "no_permission", "temporary", "permanent"


def permission_of(platform: Platform, number: Number, wa_id: str) -> Thing:
    """What the two agreed on; made when it is first asked for, kept when it is changed."""
    id_ = f"call-allowance-{number.id}-{wa_id}"
    fields = {"status": NONE, "until": 0.0, "asked": [], "connected": [], "unanswered": 0}
    return platform.world.things.get(id_) or Thing(id=id_, kind="call_permission", owner=number.id, fields=fields)


def grant(platform: Platform, number: Number, wa_id: str, status: str) -> float:
    """The customer allowed or denied it. Until when, 0 where no time is set."""
    until = platform.clock.now() + LASTS if status == TEMPORARY else 0.0
    _keep(platform, permission_of(platform, number, wa_id), status=status, until=until, unanswered=0)
    return until


def status_of(kept: Thing, now: float) -> str:
    """``no_permission``, ``temporary`` or ``permanent``."""
    return NONE if kept.fields["status"] == TEMPORARY and kept.fields["until"] <= now else kept.fields["status"]


def view(platform: Platform, number: Number, wa_id: str) -> dict[str, Any]:
    """The permission, and what may be done now."""
    kept, now = permission_of(platform, number, wa_id), platform.clock.now()
    permission: dict[str, Any] = {"status": status_of(kept, now)}
    if permission["status"] == TEMPORARY:
        permission["expiration_time"] = int(kept.fields["until"])
    may_ask = permission["status"] != PERMANENT
    return {
        "messaging_product": "whatsapp",
        "permission": permission,
        "actions": [
            _action("send_call_permission_request", may_ask, kept.fields["asked"], REQUESTS, now),
            _action("start_call", permission["status"] != NONE, kept.fields["connected"], CALLS, now),
        ],
    }


def demand_call(platform: Platform, number: Number, wa_id: str) -> None:
    """Raises Refusal where the customer has not allowed calls, or took too many in a day."""
    kept, now = permission_of(platform, number, wa_id), platform.clock.now()
    if status_of(kept, now) == NONE:
        raise Refusal(138006, "No approved call permission: ask the user for it first.")
    if ends := _ends(kept.fields["connected"], CALLS, now):
        raise Refusal(138012, f"All calls of a day are used. The next call is allowed at {ends}.")


def demand_request(platform: Platform, number: Number, wa_id: str) -> None:
    """Raises Refusal where it is allowed for good already, or was asked for too often."""
    kept, now = permission_of(platform, number, wa_id), platform.clock.now()
    if status_of(kept, now) == PERMANENT:
        raise Refusal(138017, "The user has allowed calls for good: there is nothing to ask for.")
    if ends := _ends(kept.fields["asked"], REQUESTS, now):
        raise Refusal(138009, f"The user was asked too often. The next request is allowed at {ends}.")


def note_request(platform: Platform, number: Number, wa_id: str) -> None:
    """They are asked now."""
    kept, now = permission_of(platform, number, wa_id), platform.clock.now()
    _keep(platform, kept, asked=[*_within(kept.fields["asked"], REQUESTS[-1][1], now), now])


def note_connected(platform: Platform, number: Number, wa_id: str, by_business: bool) -> None:
    """Somebody took a call, of either side."""
    kept, now = permission_of(platform, number, wa_id), platform.clock.now()
    connected = [*_within(kept.fields["connected"], DAY, now), *([now] if by_business else [])]
    _keep(platform, kept, asked=[], unanswered=0, connected=connected)


def note_unanswered(platform: Platform, number: Number, wa_id: str) -> bool:
    """Nobody took a call of the business. Whether that was once too often, so that they may not be called any more."""
    kept = permission_of(platform, number, wa_id)
    missed = kept.fields["unanswered"] + 1
    is_over = missed >= UNANSWERED and status_of(kept, platform.clock.now()) != NONE
    _keep(platform, kept, unanswered=missed, **({"status": NONE, "until": 0.0} if is_over else {}))
    return is_over


def note_answer(platform: Platform, number: Number, wa_id: str, told: dict[str, Any]) -> None:
    """The customer's message may answer a request to call; what the business hears is completed."""
    interactive = told.get("interactive")
    answer = interactive.get("call_permission_reply") if isinstance(interactive, dict) else None
    if not isinstance(answer, dict):
        return
    answer.setdefault("response_source", "user_action")
    if answer.get("response") != "accept":
        grant(platform, number, wa_id, NONE)
        return
    until = grant(platform, number, wa_id, PERMANENT if answer.setdefault("is_permanent", False) else TEMPORARY)
    if until:
        answer["expiration_timestamp"] = str(int(until))


def _keep(platform: Platform, thing: Thing, **changed: Any) -> None:
    thing.fields = {**thing.fields, **changed}
    platform.world.save_thing(thing)


def _within(times: list[float], span: int, now: float) -> list[float]:
    return [each for each in times if each > now - span]


def _ends(times: list[float], limits: Limits, now: float) -> int:
    """When the limits that are reached are over; 0 where none is."""
    return max(int(_limit(times, each, now).get("limit_expiration_time", 0)) for each in limits)


def _action(name: str, may: bool, times: list[float], limits: Limits, now: float) -> dict[str, Any]:
    shown = [_limit(times, each, now) for each in limits]
    return {"action_name": name, "can_perform_action": may and not _ends(times, limits, now), "limits": shown}


def _limit(times: list[float], limit: tuple[str, int, int], now: float) -> dict[str, Any]:
    """With its end where it is reached."""
    period, span, most = limit
    used = _within(times, span, now)
    shown = {"time_period": period, "max_allowed": most, "current_usage": len(used)}
    return {**shown, "limit_expiration_time": int(used[-most] + span)} if len(used) >= most else shown
