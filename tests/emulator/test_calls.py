"""Calls without voice, what became of messages, and the two other ways to send."""

import base64
import json
from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

OFFER = {"sdp_type": "offer", "sdp": "v=0"}


def call(desk: Desk, **body: Any) -> tuple[int, Any]:
    return desk.graph("POST", f"/v23.0/{desk.number_id}/calls", {"messaging_product": "whatsapp", **body})


def test_a_call_is_begun_and_ended_once(desk: Desk, hook: Hook) -> None:
    status, answer = call(desk, to=desk.wa_id, action="connect", session=OFFER)
    assert (status, answer["error"]["code"]) == (401, 138000)  # calling is off at first
    enable(desk)
    status, answer = call(desk, to=desk.wa_id, action="connect", session=OFFER)
    assert (status, answer["error"]["code"]) == (401, 138006)
    allow(desk)
    begun = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
    assert call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["error"]["code"] == 138003
    assert call(desk, call_id=begun, action="terminate")[1]["success"] is True
    assert call(desk, call_id=begun, action="terminate")[1]["error"]["code"] == 100
    wait_until(lambda: [event for each in _calls(hook) if each["id"] == begun for event in [each["event"]]]
               == ["connect", "terminate"])  # fmt: skip


def enable(desk: Desk, **calling: str) -> None:
    """The number takes calls, and makes them."""
    settings = {"calling": {"status": "ENABLED", **calling}}
    assert desk.graph("POST", f"/v23.0/{desk.number_id}/settings", settings)[0] == 200


def allow(desk: Desk, **more: Any) -> None:
    """The number calls, and the customer allows it."""
    enable(desk)
    reply = {"type": "call_permission_reply", "call_permission_reply": {"response": "accept", **more}}
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


def permission(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = desk.graph("GET", f"/v23.0/{desk.number_id}/call_permissions?user_wa_id={desk.wa_id}")[1]
    return found


def test_a_permission_tells_how_long_it_lasts_and_counts_the_calls_that_connect(desk: Desk, hook: Hook) -> None:
    assert permission(desk)["error"]["code"] == 138000
    enable(desk)
    none = permission(desk)
    assert none["permission"] == {"status": "no_permission"}
    assert [(each["action_name"], each["can_perform_action"]) for each in none["actions"]] == [
        ("send_call_permission_request", True),
        ("start_call", False),
    ]
    allow(desk)
    given = permission(desk)
    assert given["permission"]["status"] == "temporary" and given["permission"]["expiration_time"] > 0
    told = _replies(hook, desk)[-1]
    assert told["expiration_timestamp"] == str(given["permission"]["expiration_time"])
    assert (told["is_permanent"], told["response_source"]) == (False, "user_action")
    for action, used in (("reject", 0), ("accept", 1)):
        wacid = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
        desk.emulator.control(f"/calls/{wacid}", {"action": action})
        start = permission(desk)["actions"][1]
        assert start["limits"] == [{"time_period": "PT24H", "max_allowed": 100, "current_usage": used}]
    allow(desk, is_permanent=True)
    assert permission(desk)["permission"] == {"status": "permanent"}
    assert desk.graph("GET", f"/v23.0/{desk.number_id}/call_permissions")[1]["error"]["code"] == 100


def _replies(hook: Hook, desk: Desk, count: int = 1) -> list[dict[str, Any]]:
    """What the business heard of permissions, once it is so many."""
    found: list[dict[str, Any]] = []

    def heard() -> bool:
        told = [m for c in hook.changes for m in c["value"].get("messages", []) if m.get("from") == desk.wa_id]
        found[:] = [m["interactive"]["call_permission_reply"] for m in told if m["type"] == "interactive"]
        return len(found) >= count

    wait_until(heard)
    return found


ASK: dict[str, Any] = {
    "type": "interactive",
    "interactive": {"type": "call_permission_request", "action": {"name": "call_permission_request"}},
}


def code_of(answered: tuple[int, Any]) -> int:
    """0 for what is accepted."""
    return int(answered[1]["error"]["code"]) if answered[0] != 200 else 0


def test_a_permission_is_asked_for_once_a_day_and_twice_a_week(emulator_apart: Emulator) -> None:
    desk = a_desk(emulator_apart)
    desk.write()
    assert code_of(desk.post(**ASK)) == 138000
    enable(desk)
    asked = []
    for hours in (0, 1, 24, 24, 24 * 5):
        emulator_apart.control("/clock", {"advance_seconds": hours * 3600})
        desk.write()
        asked.append(code_of(desk.post(**ASK)))
    assert asked == [0, 138009, 0, 138009, 0]
    limits = permission(desk)["actions"][0]["limits"]
    assert [(each["time_period"], each["current_usage"]) for each in limits] == [("PT24H", 1), ("P7D", 2)]
    allow(desk)
    wacid = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
    emulator_apart.control(f"/calls/{wacid}", {"action": "accept"})
    assert code_of(desk.post(**ASK)) == 0  # a call that connects lets the asking begin anew
    allow(desk, is_permanent=True)
    assert code_of(desk.post(**ASK)) == 138017


def test_nobody_is_asked_and_nothing_offers_calls_while_calling_is_restricted(open_desk: Desk) -> None:
    desk = open_desk
    enable(desk)
    parts = [{"type": "BODY", "text": "May we call you?"}, {"type": "CALL_PERMISSION_REQUEST"}]
    desk.template("may_we_call", components=parts)
    button = {"type": "VOICE_CALL", "text": "Call us"}
    desk.template("call_us", components=[parts[0], {"type": "BUTTONS", "buttons": [button]}])
    offer = {"type": "voice_call", "body": {"text": "Call us"}, "action": {"name": "voice_call"}}
    sends: list[dict[str, Any]] = [
        {"type": "template", "template": {"name": "may_we_call", "language": {"code": "en_US"}}},
        {"type": "template", "template": {"name": "call_us", "language": {"code": "en_US"}}},
        {"type": "interactive", "interactive": offer},
    ]
    restriction = f"/accounts/{desk.waba_id}/restriction"
    kinds = ("RESTRICTED_BUSINESS_INITIATED_CALLING", "RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING")
    for kind in kinds:
        desk.emulator.control(restriction, {"types": [kind]})
        assert [code_of(desk.post(**each)) for each in (ASK, *sends)] == [138014] * 4
        shown = desk.graph("GET", f"/v23.0/{desk.number_id}/settings")[1]["calling"]["restrictions"]
        assert [each["type"] for each in shown["restrictions_list"]] == [kind]
        desk.emulator.control(restriction, {"lift": True})
    assert [code_of(desk.post(**each)) for each in sends] == [0, 0, 0]
    assert code_of(desk.post(**ASK)) == 138009  # the template has asked


def test_a_permission_is_gone_after_four_calls_that_nobody_took(desk: Desk, hook: Hook) -> None:
    allow(desk)
    for _ in range(4):
        wacid = call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["calls"][0]["id"]
        call(desk, call_id=wacid, action="terminate")
    assert call(desk, to=desk.wa_id, action="connect", session=OFFER)[1]["error"]["code"] == 138006
    assert _replies(hook, desk, 2)[-1] == {"response": "reject", "response_source": "automatic"}


def test_who_calls_may_be_called_back_where_the_number_says_so(desk: Desk, hook: Hook) -> None:
    enable(desk, callback_permission_status="ENABLED")
    wacid = desk.emulator.control(f"/customers/{desk.wa_id}/calls", {"phone_number_id": desk.number_id})["id"]
    assert permission(desk)["permission"]["status"] == "temporary"
    told = _replies(hook, desk)[-1]
    assert (told["response"], told["response_source"], told["is_permanent"]) == ("accept", "automatic", False)
    call(desk, call_id=wacid, action="terminate")


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
