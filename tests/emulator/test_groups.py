"""Groups of a number: kept, told, and never seen by others."""

from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until


def a_group(desk: Desk, hook: Hook, mode: str = "approval_required") -> str:
    body = {"messaging_product": "whatsapp", "subject": "Deliveries", "join_approval_mode": mode}
    request = desk.graph("POST", f"/v23.0/{desk.number_id}/groups", body)[1]["request_id"]
    wait_until(lambda: _events(hook, request))
    event = _events(hook, request)[0]
    assert event["type"] == "group_create" and event["invite_link"].startswith("https://")
    assert event["join_approval_mode"] == mode
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


def a_full_group(desk: Desk, hook: Hook, count: int = 2) -> tuple[str, list[str]]:
    """(its id, its members), none of whom wrote."""
    group, members = a_group(desk, hook), [f"{desk.wa_id}{index}" for index in range(count)]
    for each in members:
        desk.emulator.control("/customers", {"wa_id": each, "name": f"Member {each[-1]}"})
    people = {"messaging_product": "whatsapp", "participants": [{"user": each} for each in members]}
    assert desk.graph("POST", f"/v23.0/{group}/participants", people)[0] == 200
    return group, members


def say(desk: Desk, group: str, **body: Any) -> tuple[int, Any]:
    whole = body or {"type": "text", "text": {"body": "Good morning, all"}}
    return desk.post(to=group, recipient_type="group", **whole)


def told_of(hook: Hook, sent: str, status: str) -> list[dict[str, Any]]:
    return [each for each in hook.statuses(sent) if each["status"] == status]


def test_a_message_to_a_group_is_told_of_for_each_member(desk: Desk, hook: Hook) -> None:
    group, members = a_full_group(desk, hook)
    assert say(desk, group)[1]["error"]["code"] == 131047
    written = {"wa_id": members[0], "type": "text", "text": {"body": "Anybody there?"}}
    desk.emulator.control(f"/groups/{group}/messages", written)
    wait_until(lambda: hook.messages(members[0]))
    assert hook.messages(members[0])[0]["group_id"] == group
    status, answer = say(desk, group)
    assert status == 200, answer
    assert answer["messages"][0]["group_id"] == group
    sent = answer["messages"][0]["id"]
    wait_until(lambda: len(told_of(hook, sent, "delivered")) == 2)
    assert "recipient_participant_id" not in told_of(hook, sent, "sent")[0]
    delivered = told_of(hook, sent, "delivered")
    assert {each["recipient_participant_id"] for each in delivered} == set(members)
    assert {(each["recipient_id"], each["recipient_type"]) for each in delivered} == {(group, "group")}
    packed = [each["value"]["statuses"] for each in hook.changes if "statuses" in each["value"]]
    assert any(len(each) == 2 and each[0]["id"] == sent for each in packed)
    desk.emulator.control(f"/groups/{group}/read", {"wa_id": members[1]})
    wait_until(lambda: told_of(hook, sent, "read"))
    assert [each["recipient_participant_id"] for each in told_of(hook, sent, "read")] == [members[1]]


def test_a_member_whose_phone_was_off_gets_it_later_and_each_phone_costs(desk: Desk, hook: Hook) -> None:
    group, members = a_full_group(desk, hook)
    desk.emulator.control("/customers", {"wa_id": members[1], "phone_on": False})
    desk.template("parcel")
    part = {"type": "body", "parameters": [{"type": "text", "text": "all"}]}
    template = {"name": "parcel", "language": {"code": "en_US"}, "components": [part]}
    sent = say(desk, group, type="template", template=template)[1]["messages"][0]["id"]
    wait_until(lambda: told_of(hook, sent, "delivered"))
    desk.emulator.control("/customers", {"wa_id": members[1], "phone_on": True})
    wait_until(lambda: len(told_of(hook, sent, "delivered")) == 2)
    at = int(desk.emulator.control("/clock")["now"])
    asked = f"pricing_analytics.start({at - 86_400}).end({at + 86_400}).granularity(DAILY)"
    figures = desk.graph("GET", f"/v23.0/{desk.waba_id}?fields={asked}")[1]["pricing_analytics"]
    assert figures["data"][0]["data_points"][0]["volume"] == 2


def test_a_message_of_a_group_is_pinned_for_some_days(desk: Desk, hook: Hook) -> None:
    group, members = a_full_group(desk, hook)
    written = {"wa_id": members[0], "type": "text", "text": {"body": "Saturday, ten o'clock"}}
    target = desk.emulator.control(f"/groups/{group}/messages", written)["id"]

    def pin(**changed: Any) -> int:
        body = {"type": "pin", "message_id": target, "expiration_days": 7, **changed}
        return int(say(desk, group, type="pin", pin=body)[1].get("error", {}).get("code", 0))

    def pinned() -> list[str]:
        found: list[str] = desk.emulator.control(f"/groups/{group}/messages")["pinned"]
        return found

    assert (pin(), pinned()) == (0, [target])
    assert (pin(type="unpin"), pinned()) == (0, [])
    assert pin() == 0
    desk.emulator.control("/clock", {"advance_seconds": 7 * 86_400 + 1})
    assert pinned() == []
    assert [pin(message_id="wamid.other"), pin(type="stick"), pin(expiration_days=31)] == [131009] * 3
    body = {"type": "pin", "message_id": target, "expiration_days": 7}
    assert desk.post(type="pin", pin=body)[1]["error"]["code"] == 131051


def test_a_group_takes_no_buttons_and_is_one_of_the_number(emulator: Emulator, desk: Desk, hook: Hook) -> None:
    group, members = a_full_group(desk, hook)
    written = {"wa_id": members[0], "type": "text", "text": {"body": "Hello"}}
    desk.emulator.control(f"/groups/{group}/messages", written)
    buttons = [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]
    asked = {"type": "button", "body": {"text": "Yes?"}, "action": {"buttons": buttons}}
    assert say(desk, group, type="interactive", interactive=asked)[1]["error"]["code"] == 131051
    assert say(a_desk(emulator), group)[1]["error"]["code"] == 131009
    assert desk.post(recipient_type="crowd", type="text", text={"body": "Hi"})[1]["error"]["code"] == 131009


def test_people_come_in_by_the_link_at_once_or_ask_and_leave(desk: Desk, hook: Hook) -> None:
    group = a_group(desk, hook)
    request = desk.emulator.control(f"/groups/{group}/join", {"wa_id": desk.wa_id})["join_request_id"]
    listed = desk.graph("GET", f"/v23.0/{group}/join_requests")[1]["data"]
    assert [(each["join_request_id"], each["wa_id"]) for each in listed] == [(request, desk.wa_id)]
    assert desk.emulator.call("POST", f"/control/groups/{group}/messages", {"wa_id": desk.wa_id})[0] == 400
    desk.graph("POST", f"/v23.0/{group}/join_requests", {"join_requests": [request]})
    assert desk.emulator.control(f"/groups/{group}/messages", {"wa_id": desk.wa_id, "text": {"body": "Hi"}})["id"]
    desk.emulator.control(f"/groups/{group}/leave", {"wa_id": desk.wa_id})
    assert desk.graph("GET", f"/v23.0/{group}?fields=participants")[1]["participants"] == []
    desk.graph("DELETE", f"/v23.0/{group}/invite_link")
    assert desk.emulator.call("POST", f"/control/groups/{group}/join", {"wa_id": desk.wa_id})[0] == 400
