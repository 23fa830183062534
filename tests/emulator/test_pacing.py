"""The first messages of a new template go out, the others wait until it is known how people take them."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

HALF_AN_HOUR = 1_800


@pytest.fixture
def paced(desk: Desk) -> Desk:
    """Two messages go out, the others wait for half an hour."""
    desk.emulator.control(f"/accounts/{desk.waba_id}/pacing", {"first": 2, "seconds": HALF_AN_HOUR})
    offer = [{"type": "BODY", "text": "Hello {{1}}, spring is here."}]
    desk.template("offer", category="MARKETING", components=offer)
    return desk


def send(desk: Desk, to: int = 0, name: str = "offer") -> tuple[str, str]:
    """(id, what the answer says of it), to the customer of that number, who has WhatsApp."""
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": name, "language": {"code": "en_US"}, "components": [part]}
    wa_id = f"{desk.wa_id}{to}"
    desk.emulator.control("/customers", {"wa_id": wa_id, "name": "Ada"})
    status, answer = desk.post(to=wa_id, type="template", template=template)
    assert status == 200, answer
    return answer["messages"][0]["id"], answer["messages"][0]["message_status"]


def shown(desk: Desk) -> dict[str, Any]:
    found = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?fields=status,quality_score,id")[1]["data"]
    whole: dict[str, Any] = found[0]
    return whole


def later(desk: Desk, seconds: float) -> None:
    desk.emulator.control("/clock", {"advance_seconds": seconds})


def complain(desk: Desk, to: int) -> None:
    body = {"phone_number_id": desk.number_id, "blocked": True, "report": True}
    desk.emulator.control(f"/customers/{desk.wa_id}{to}/block", body)


def test_what_is_held_goes_out_when_the_first_ones_were_taken_well(paced: Desk, hook: Hook) -> None:
    sent = [send(paced, index) for index in range(4)]
    held = "held_for_quality_assessment"
    assert [status for _, status in sent] == ["accepted", "accepted", held, held]
    hook.wait_for(sent[1][0], "delivered")
    assert hook.statuses(sent[2][0]) == []
    later(paced, HALF_AN_HOUR + 1)
    hook.wait_for(sent[3][0], "delivered")
    assert send(paced, 5)[1] == "accepted"


def test_what_is_held_is_dropped_when_they_complain_and_the_pause_must_be_lifted(paced: Desk, hook: Hook) -> None:
    sent = [send(paced, index)[0] for index in range(4)]
    hook.wait_for(sent[1], "delivered")
    complain(paced, 0)
    later(paced, HALF_AN_HOUR + 1)
    failed = hook.wait_for(sent[3], "failed")
    assert failed["errors"][0]["code"] == 132015
    assert [each["status"] for each in hook.statuses(sent[3])] == ["failed"]
    template = shown(paced)
    assert (template["status"], template["quality_score"]["score"]) == ("PAUSED", "RED")
    told = [each["value"] for each in list(hook.changes) if each["field"] == "message_template_status_update"]
    assert any(
        str(each["message_template_id"]) == template["id"] and each["other_info"]["title"] == "RATE_LIMITING_PAUSE"
        for each in told
    )
    later(paced, 24 * 3_600)
    assert shown(paced)["status"] == "PAUSED"
    assert paced.graph("POST", f"/v23.0/{template['id']}/unpause")[1] == {"success": True}
    assert [send(paced, index)[1] for index in (6, 7, 8)] == ["accepted", "accepted", "held_for_quality_assessment"]


def test_a_bad_score_drops_at_once_and_a_green_template_is_not_held(paced: Desk, hook: Hook) -> None:
    sent = [send(paced, index)[0] for index in range(3)]
    paced.emulator.control("/templates/quality", {"name": "offer", "score": "RED"})
    hook.wait_for(sent[2], "failed")
    assert paced.graph("POST", f"/v23.0/{shown(paced)['id']}/unpause")[1] == {"success": True}
    paced.emulator.control("/templates/quality", {"name": "offer", "score": "GREEN"})
    assert {send(paced, index)[1] for index in (4, 5, 6)} == {"accepted"}


def test_a_tester_ends_the_wait(paced: Desk, hook: Hook) -> None:
    sent = [send(paced, index)[0] for index in range(3)]
    body = {"name": "offer", "outcome": "release"}
    assert list(paced.emulator.control(f"/accounts/{paced.waba_id}/pacing/end", body)["decided"].values()) == [1]
    hook.wait_for(sent[2], "delivered")


def test_utility_is_held_only_after_a_pause_of_one(paced: Desk) -> None:
    paced.template("parcel")
    assert {send(paced, index, "parcel")[1] for index in range(3)} == {"accepted"}
    paced.emulator.control("/templates/quality", {"name": "parcel", "score": "RED"})
    paced.template("other", components=[{"type": "BODY", "text": "Hello {{1}}, it left."}])
    found = [send(paced, index, "other")[1] for index in range(3)]
    assert found == ["accepted", "accepted", "held_for_quality_assessment"]
    later(paced, 8 * 86_400)
    paced.template("third", components=[{"type": "BODY", "text": "Hello {{1}}, it came back."}])
    assert {send(paced, index, "third")[1] for index in range(3)} == {"accepted"}


def test_held_messages_wait_on_after_a_restart(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    own_emulator.control(f"/accounts/{desk.waba_id}/pacing", {"first": 0, "seconds": HALF_AN_HOUR})
    desk.template("offer", category="MARKETING")
    _, status = send(desk)
    assert status == "held_for_quality_assessment"
    own_emulator.stop()
    own_emulator.start()
    path = f"/customers/{desk.wa_id}0/messages?phone_number_id={desk.number_id}"
    assert own_emulator.control(path)["items"][0]["status"] == "accepted"
    later(desk, HALF_AN_HOUR + 1)
    wait_until(lambda: own_emulator.control(path)["items"][0]["status"] == "delivered")
