"""Calls without voice, what became of messages, and the two other ways to send."""

import base64
import json
from typing import Any

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until

OFFER = {"sdp_type": "offer", "sdp": "v=0"}


def call(desk: Desk, **body: Any) -> tuple[int, Any]:
    return desk.graph("POST", f"/v23.0/{desk.number_id}/calls", {"messaging_product": "whatsapp", **body})


def test_a_call_is_begun_and_ended_once(desk: Desk, hook: Hook) -> None:
    assert call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["error"]["code"] == 138006
    allow(desk)
    begun = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
    assert call(desk, call_id=begun, action="terminate")[1]["success"] is True
    assert call(desk, call_id=begun, action="terminate")[1]["error"]["code"] == 138000
    wait_until(lambda: [event for each in _calls(hook) if each["id"] == begun for event in [each["event"]]]
               == ["connect", "terminate"])  # fmt: skip


def allow(desk: Desk) -> None:
    """The customer allows calls."""
    reply = {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}
    desk.emulator.control(
        f"/customers/{desk.wa_id}/messages",
        {"phone_number_id": desk.number_id, "type": "interactive", "interactive": reply},
    )


def test_a_call_of_the_business_rings_and_is_answered_or_not(desk: Desk, hook: Hook) -> None:
    allow(desk)
    for action, told, came_of_it in (("accept", "ACCEPTED", "COMPLETED"), ("reject", "REJECTED", "FAILED")):
        begun = call(desk, to=desk.wa_id, action="connect", session=OFFER, biz_opaque_callback_data="c-1")
        wacid = begun[1]["calls"][0]["id"]
        desk.emulator.control(f"/calls/{wacid}", {"action": action})
        if action == "accept":
            desk.emulator.control(f"/calls/{wacid}", {"action": "hang_up"})
        _wait_for_the_end(hook, wacid)
        statuses = [s for c in hook.changes for s in c["value"].get("statuses", []) if s["id"] == wacid]
        assert [(each["type"], each["status"]) for each in statuses] == [("call", "RINGING"), ("call", told)]
        connected, ended = (each for each in _calls(hook) if each["id"] == wacid)
        assert (connected["session"]["sdp_type"], connected["direction"]) == ("answer", "BUSINESS_INITIATED")
        assert (ended["status"], "duration" in ended) == (came_of_it, came_of_it == "COMPLETED")
        assert {each["biz_opaque_callback_data"] for each in (*statuses, ended)} == {"c-1"}


def _wait_for_the_end(hook: Hook, wacid: str) -> None:
    wait_until(lambda: "terminate" in [each["event"] for each in _calls(hook) if each["id"] == wacid])


def test_a_customer_calls_and_the_window_is_open(desk: Desk, hook: Hook) -> None:
    wacid = desk.emulator.control(f"/customers/{desk.wa_id}/calls", {"phone_number_id": desk.number_id})["id"]
    wait_until(lambda: [each for each in _calls(hook) if each["id"] == wacid])
    told = next(each for each in _calls(hook) if each["id"] == wacid)
    assert (told["direction"], told["session"]["sdp_type"], told["from"]) == ("USER_INITIATED", "offer", desk.wa_id)
    hook.wait_for(desk.send(), "delivered")
    answer = {"sdp_type": "answer", "sdp": "v=0"}
    assert call(desk, call_id=wacid, action="pre_accept", session=answer)[1]["success"]
    assert call(desk, call_id=wacid, action="accept", session=answer)[1]["success"]
    assert call(desk, call_id=wacid, action="terminate")[1]["success"]
    wait_until(lambda: [each["event"] for each in _calls(hook) if each["id"] == wacid] == ["connect", "terminate"])
    assert [each.get("status") for each in _calls(hook) if each["id"] == wacid] == [None, "COMPLETED"]


def _calls(hook: Hook) -> list[dict[str, Any]]:
    return [told for each in hook.changes if each["field"] == "calls" for told in each["value"].get("calls", [])]


def test_a_permission_counts_the_calls_of_a_day(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/call_permissions?user_wa_id={desk.wa_id}"
    assert desk.graph("GET", path)[1]["permission"]["status"] == "pending"
    allow(desk)
    call(desk, to=desk.wa_id, action="connect", session=OFFER)
    start = desk.graph("GET", path)[1]["actions"][0]
    assert (start["can_perform_action"], start["limits"][0]["current_usage"]) == (True, 1)
    assert desk.graph("GET", f"/v23.0/{desk.number_id}/call_permissions")[1]["error"]["code"] == 100


def test_the_history_tells_what_became_of_a_message(open_desk: Desk, hook: Hook) -> None:
    sent = open_desk.send()
    hook.wait_for(sent, "delivered")
    path = f"/v23.0/{open_desk.number_id}/message_history"
    entry = open_desk.graph("GET", f"{path}?message_id={sent}")[1]["data"][0]
    states = [each["delivery_status"] for each in entry["events"]["data"]]
    assert entry["message_id"] == sent and states[:2] == ["SENT", "DELIVERED"]
    events = open_desk.graph("GET", f"/v23.0/{entry['id']}/events?status_filter=delivered")[1]["data"]
    assert [each["node"]["delivery_status"] for each in events] == ["DELIVERED"]


def test_only_marketing_templates_go_as_marketing_messages(desk: Desk) -> None:
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Spring is here."}])
    desk.template("parcel", components=[{"type": "BODY", "text": "It is here."}])

    def sent(name: str) -> tuple[int, Any]:
        template = {"name": name, "language": {"code": "en_US"}}
        body = {"messaging_product": "whatsapp", "to": desk.wa_id, "type": "template", "template": template}
        return desk.graph("POST", f"/v23.0/{desk.number_id}/marketing_messages", body)

    assert sent("offer")[0] == 200
    assert sent("parcel")[1]["error"]["code"] == 134100


def test_a_sealed_message_is_opened_sent_and_answered_sealed(open_desk: Desk) -> None:
    def part(value: Any) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    message = {"to": open_desk.wa_id, "type": "text", "text": {"body": "Good morning"}}
    sealed = ".".join((part({"alg": "RSA-OAEP"}), "a", "b", part(message), "c"))
    path = f"/v23.0/{open_desk.number_id}/messages_encrypted"
    answer = open_desk.graph("POST", path, {"encrypted_contents": sealed})[1]["encrypted_contents"].split(".")[3]
    opened = json.loads(base64.urlsafe_b64decode(answer + "=" * (-len(answer) % 4)))
    assert opened["messages"][0]["id"] == open_desk.thread()[-1]["id"]
    for wrong in ("nonsense", "a.b.c.d.e"):
        assert open_desk.graph("POST", path, {"encrypted_contents": wrong})[1]["error"]["code"] == 100
