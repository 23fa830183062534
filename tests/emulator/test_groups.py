"""Groups of a number: kept, told, and never seen by others."""

from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until


def a_group(desk: Desk, hook: Hook) -> str:
    body = {"messaging_product": "whatsapp", "subject": "Deliveries", "join_approval_mode": "approval_required"}
    request = desk.graph("POST", f"/v23.0/{desk.number_id}/groups", body)[1]["request_id"]
    wait_until(lambda: _events(hook, request))
    event = _events(hook, request)[0]
    assert event["type"] == "group_create" and event["invite_link"].startswith("https://")
    return str(event["group_id"])


def _events(hook: Hook, request: str) -> list[dict[str, Any]]:
    listed = [each["value"]["groups"] for each in hook.changes if each["field"].startswith("group_")]
    return [event for events in listed for event in events if event.get("request_id") == request]


def test_a_group_from_its_making_to_its_end(desk: Desk, hook: Hook) -> None:
    group = a_group(desk, hook)
    listed = desk.graph("GET", f"/v23.0/{desk.number_id}/groups")[1]["data"]["groups"]
    assert [(each["id"], each["subject"]) for each in listed] == [(group, "Deliveries")]
    desk.graph("POST", f"/v23.0/{group}", {"messaging_product": "whatsapp", "subject": "Next week"})
    assert desk.graph("GET", f"/v23.0/{group}?fields=subject")[1]["subject"] == "Next week"
    people = {"messaging_product": "whatsapp", "participants": [{"user": desk.wa_id}]}
    desk.graph("POST", f"/v23.0/{group}/participants", people)
    assert desk.graph("GET", f"/v23.0/{group}?fields=total_participant_count")[1]["total_participant_count"] == 1
    assert desk.graph("DELETE", f"/v23.0/{group}")[1]["success"] is True
    assert desk.graph("GET", f"/v23.0/{group}")[1]["error"]["error_subcode"] == 33


def test_a_new_link_closes_the_older(desk: Desk, hook: Hook) -> None:
    group = a_group(desk, hook)
    links = [desk.graph("POST", f"/v23.0/{group}/invite_link", {})[1]["invite_link"] for _ in range(2)]
    assert links[0] != links[1] == desk.graph("GET", f"/v23.0/{group}/invite_link")[1]["invite_link"]


def test_a_group_of_somebody_else_is_not_there(emulator: Emulator, desk: Desk, hook: Hook) -> None:
    group = a_group(desk, hook)
    assert a_desk(emulator).graph("GET", f"/v23.0/{group}")[1]["error"]["error_subcode"] == 33


def test_unknown_requests_to_join_fail_one_by_one(desk: Desk, hook: Hook) -> None:
    group = a_group(desk, hook)
    status, answer = desk.graph("POST", f"/v23.0/{group}/join_requests", {"join_requests": ["nobody"]})
    assert (status, answer["approved_join_requests"]) == (200, [])
    assert answer["failed_join_requests"][0]["join_request_id"] == "nobody"
    assert desk.graph("POST", f"/v23.0/{group}/participants", {"participants": []})[0] == 400
