"""The course of a call: begun by either side, answered, and ended once."""

import secrets
from typing import Any

from parley_emulator.calls.news import BY_BUSINESS, BY_USER, tell_event, tell_progress
from parley_emulator.calls.permissions import note_connected, note_unanswered
from parley_emulator.calls.replies import reply_by_itself
from parley_emulator.platform import Platform
from parley_emulator.state.records import Number, Thing

# No voice goes through the local platform: a session that says only which side it is of.
SDP = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"


def begin(platform: Platform, number: Number, wa_id: str, direction: str, callback_data: str = "") -> Thing:
    """The business is told at once: of its own call, that the phone rings; of the customer's, what it may answer."""
    fields: dict[str, Any] = {"wa_id": wa_id, "direction": direction, "callback_data": callback_data}
    fields |= {"status": "RINGING", "ended": False, "began_at": platform.clock.now(), "answered_at": 0.0}
    call = Thing(id=f"wacid.{secrets.token_urlsafe(18)}", kind="call", owner=number.id, fields=fields)
    _keep(platform, call)
    session = {"sdp_type": "offer" if direction == BY_USER else "answer", "sdp": SDP}
    tell_event(platform, number, call, "connect", session=session)
    if direction == BY_BUSINESS:
        tell_progress(platform, number, call, "RINGING")
    return call


def answer(platform: Platform, number: Number, call: Thing) -> None:
    """Either side picks up."""
    call.fields |= {"status": "ACCEPTED", "answered_at": call.fields["answered_at"] or platform.clock.now()}
    _keep(platform, call)
    by_business = call.fields["direction"] == BY_BUSINESS
    note_connected(platform, number, call.fields["wa_id"], by_business)
    if by_business:
        tell_progress(platform, number, call, "ACCEPTED")


def refuse(platform: Platform, number: Number, call: Thing) -> None:
    """Either side does not want it."""
    if call.fields["direction"] == BY_BUSINESS:
        tell_progress(platform, number, call, "REJECTED")
    end(platform, number, call)


def end(platform: Platform, number: Number, call: Thing) -> None:
    """COMPLETED, with its seconds, for one that was answered; else FAILED."""
    began, now = call.fields["answered_at"], platform.clock.now()
    call.fields |= {"status": "COMPLETED" if began else "FAILED", "ended": True, "ended_at": now}
    _keep(platform, call)
    lasted = {"start_time": str(int(began)), "end_time": str(int(now)), "duration": int(now - began)} if began else {}
    tell_event(platform, number, call, "terminate", status=call.fields["status"], **lasted)
    wa_id, is_missed = call.fields["wa_id"], call.fields["direction"] == BY_BUSINESS and not began
    if is_missed and note_unanswered(platform, number, wa_id):
        reply_by_itself(platform, number, wa_id, "reject")


def _keep(platform: Platform, call: Thing) -> None:
    """And the customer's phone shows it."""
    platform.world.save_thing(call)
    platform.live.tell(call.fields["wa_id"], call.owner, "call")
