"""Calls, as pywa begins, takes and ends them, and what it is told of each."""

import importlib
from typing import Any

import pytest

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import CUSTOMER, NUMBER, Listener, speak
from tests.pywa_client.test_receiving import write

c: Any = importlib.import_module("pywa.types.calls")
OFFER, ANSWER = (c.SessionDescription(sdp_type=kind, sdp="v=0") for kind in ("offer", "answer"))


def does(emulator: Emulator, call: str, action: str) -> None:
    emulator.control(f"/calls/{call}", {"action": action})


@pytest.fixture
def allowed(wa: Any, emulator: Emulator, listener: Listener) -> str:
    """The customer was asked, and may be called; the id of the answer."""
    speak(wa, emulator)
    asked = wa.send_message(CUSTOMER, "May we call?", buttons=call_button())
    reply = {"response": "accept", "response_source": "user_action", "expiration_timestamp": 1_900_000_000}
    content = {"type": "call_permission_reply", "call_permission_reply": reply}
    answer = write(emulator, "interactive", content, context={"message_id": asked.id})
    told = listener.wait_for("CallPermissionUpdate", id=answer)
    assert (told.response, told.reply_to_message.id) == (c.CallPermissionResponse.ACCEPT, asked.id)
    return answer


def call_button() -> Any:
    return importlib.import_module("pywa.types.callback").CallPermissionRequestButton()


@pytest.mark.usefixtures("allowed")
def test_whom_it_may_call_and_how_often(wa: Any, listener: Listener) -> None:
    """By pywa's lower half: its upper half names one of number and user id, and its lower half wants both."""
    user_id = next(each.from_user.bsuid for each in listener.updates if type(each).__name__ == "CallPermissionUpdate")
    for who in ({"user_wa_id": CUSTOMER, "recipient": None}, {"user_wa_id": None, "recipient": user_id}):
        told = wa.api.get_call_permissions(phone_id=NUMBER, **who)
        actions = [c.CallPermissionAction.from_dict(each) for each in told["actions"]]
        start = next(each for each in actions if each.action_name == "start_call")
        assert (start.can_perform_action, start.limits[0].max_allowed) == (True, 100)
        assert told["permission"]["status"] == c.CallPermissionStatus.TEMPORARY


@pytest.mark.usefixtures("allowed")
def test_a_call_rings_is_answered_and_ends(wa: Any, emulator: Emulator, listener: Listener) -> None:
    call = wa.initiate_call(CUSTOMER, OFFER, tracker="case-7")
    begun = listener.wait_for("CallConnect", id=call.id)
    assert (begun.direction, begun.session.sdp_type) == (c.CallDirection.BUSINESS_INITIATED, "answer")
    assert listener.wait_for("CallStatus", id=call.id, status=c.CallStatusType.RINGING).tracker == "case-7"
    does(emulator, call.id, "accept")
    listener.wait_for("CallStatus", id=call.id, status=c.CallStatusType.ACCEPTED)
    assert wa.terminate_call(call.id)
    ended = listener.wait_for("CallTerminate", id=call.id)
    assert (ended.status, ended.duration, ended.tracker) == (c.CallTerminateStatus.COMPLETED, 0, "case-7")


@pytest.mark.usefixtures("allowed")
def test_a_call_that_is_not_wanted_fails(wa: Any, emulator: Emulator, listener: Listener) -> None:
    call = wa.initiate_call(CUSTOMER, OFFER)
    does(emulator, call.id, "reject")
    listener.wait_for("CallStatus", id=call.id, status=c.CallStatusType.REJECTED)
    assert listener.wait_for("CallTerminate", id=call.id).status == c.CallTerminateStatus.FAILED


def test_a_customer_calls(wa: Any, emulator: Emulator, listener: Listener) -> None:
    for taken in (True, False):
        wacid = emulator.control(f"/customers/{CUSTOMER}/calls", {"phone_number_id": NUMBER})["id"]
        call = listener.wait_for("CallConnect", id=wacid)
        assert (call.direction, call.from_user.wa_id) == (c.CallDirection.USER_INITIATED, CUSTOMER)
        if taken:
            assert call.pre_accept(sdp=ANSWER) and call.accept(sdp=ANSWER)
            does(emulator, wacid, "hang_up")
        else:
            assert call.reject()
        came_of_it = c.CallTerminateStatus.COMPLETED if taken else c.CallTerminateStatus.FAILED
        assert listener.wait_for("CallTerminate", id=wacid).status == came_of_it


def test_who_did_not_allow_it_is_not_called(wa: Any, emulator: Emulator) -> None:
    from pywa import errors

    emulator.control("/customers", {"wa_id": "15560006666", "name": "Dora"})
    with pytest.raises(errors.WhatsAppError) as refused:
        wa.initiate_call("15560006666", OFFER)
    assert refused.value.code == 138006
