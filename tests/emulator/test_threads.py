"""Several applications on one number: who owns a thread, and what the one that looks on is told."""

from typing import Any

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until


def told(hook: Hook, field: str, number_id: str) -> list[dict[str, Any]]:
    """The values of that field for the number, oldest first."""
    values = [each["value"] for each in hook.changes if each["field"] == field]
    return [each for each in values if number_id in str(each)]


def own(desk: Desk, owner: str, **more: Any) -> None:
    desk.emulator.control(f"/numbers/{desk.number_id}/threads/{desk.wa_id}", {"owner": owner, **more})


def write_as(desk: Desk, by: str, text: str = "From a colleague") -> str:
    path = f"/numbers/{desk.number_id}/threads/{desk.wa_id}/messages"
    return str(desk.emulator.control(path, {"by": by, "type": "text", "text": {"body": text}})["id"])


def control(desk: Desk, action: str, **more: Any) -> tuple[int, Any]:
    body = {"messaging_product": "whatsapp", "to": desk.wa_id, "action": action, **more}
    return desk.graph("POST", f"/v23.0/{desk.number_id}/thread_control", body)


def test_who_looks_on_is_told_on_standby(open_desk: Desk, hook: Hook) -> None:
    own(open_desk, "ai_agent")
    wait_until(lambda: told(hook, "messaging_handovers", open_desk.number_id))
    value = told(hook, "messaging_handovers", open_desk.number_id)[0]
    assert value["type"] == "control_taken" and value["control_taken"]["new_owner_role"] == "ai_agent"
    assert "metadata" not in value and value["recipient"]["phone_number_id"] == open_desk.number_id
    written = open_desk.write("Is anybody there?")
    wait_until(lambda: told(hook, "standby", open_desk.number_id))
    value = told(hook, "standby", open_desk.number_id)[0]
    assert [each["id"] for each in value["standby"]["messages"]] == [written] and "messages" not in value


def test_an_echo_holds_the_request(open_desk: Desk, hook: Hook) -> None:
    sent = write_as(open_desk, "ai_agent")
    wait_until(lambda: told(hook, "standby", open_desk.number_id))
    echo = told(hook, "standby", open_desk.number_id)[0]["standby"]["message_echoes"][0]
    assert echo["id"] == sent and echo["message"]["text"] == {"body": "From a colleague"}
    open_desk.emulator.control(f"/customers/{open_desk.wa_id}/read", {"phone_number_id": open_desk.number_id})
    wait_until(lambda: "statuses" in told(hook, "standby", open_desk.number_id)[-1]["standby"])


def test_control_is_passed_taken_and_let_go(open_desk: Desk, hook: Hook) -> None:
    assert control(open_desk, "pass", control_pass={"target_role": "ai_agent"}, metadata="ask for the size")[0] == 200
    wait_until(lambda: told(hook, "messaging_handovers", open_desk.number_id))
    passed = told(hook, "messaging_handovers", open_desk.number_id)[0]["control_passed"]
    assert passed["metadata"] == "ask for the size" and passed["new_owner_role"] == "ai_agent"
    assert control(open_desk, "release")[1]["error"]["code"] == 100
    assert control(open_desk, "take")[0] == 200
    assert control(open_desk, "release")[0] == 200
    assert control(open_desk, "give")[1]["error"]["code"] == 100
    assert control(open_desk, "pass")[1]["error"]["code"] == 131008


def test_a_service_message_takes_the_thread_over(open_desk: Desk, hook: Hook) -> None:
    own(open_desk, "other_app", silent=True)
    open_desk.send()
    written = open_desk.write("Thank you")
    wait_until(lambda: any(each["id"] == written for each in hook.messages(open_desk.wa_id)))
    assert not any("messages" in each["standby"] for each in told(hook, "standby", open_desk.number_id))


def test_the_business_app_s_messages_are_echoed(open_desk: Desk, hook: Hook) -> None:
    path = f"/control/numbers/{open_desk.number_id}/threads/{open_desk.wa_id}/messages"
    assert open_desk.emulator.call("POST", path, {"by": "phone_app", "text": {"body": "Hi"}})[0] == 400
    open_desk.emulator.control(f"/numbers/{open_desk.number_id}/coexistence", {"on": True})
    sent = write_as(open_desk, "phone_app")
    wait_until(lambda: told(hook, "smb_message_echoes", open_desk.number_id))
    echo = told(hook, "smb_message_echoes", open_desk.number_id)[0]["message_echoes"][0]
    assert (echo["id"], echo["from"], echo["to"]) == (sent, open_desk.digits, open_desk.wa_id)
    assert echo["text"] == {"body": "From a colleague"}
