"""People whom businesses know by a user id only, and kinds of messages that only they send."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

PARCEL = {
    "name": "parcel",
    "language": {"code": "en_US"},
    "components": [{"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}],
}


def of_number(hook: Hook, desk: Desk) -> list[dict[str, Any]]:
    """Each message and status by itself, with what stands around it."""
    values = [each["value"] for each in list(hook.changes) if each["field"] == "messages"]
    own = [each for each in values if each["metadata"]["phone_number_id"] == desk.number_id]
    lists = [(value, name) for value in own for name in ("messages", "statuses") if name in value]
    return [{**value, name: [each]} for value, name in lists for each in value[name]]


def test_a_hidden_number_is_nowhere_to_be_seen(desk: Desk, hook: Hook) -> None:
    hidden = {"wa_id": desk.wa_id, "name": "Ada", "username": "ada.l", "hides_number": True}
    desk.emulator.control("/customers", hidden)
    desk.write()
    wait_until(lambda: of_number(hook, desk))
    value = of_number(hook, desk)[0]
    contact, message = value["contacts"][0], value["messages"][0]
    assert contact["profile"] == {"name": "Ada", "username": "ada.l"} and "wa_id" not in contact
    assert "from" not in message and message["from_user_id"] == contact["user_id"]
    sent = desk.send(to=None, recipient=contact["user_id"], type="text", text={"body": "Hello"})
    wait_until(lambda: hook.statuses(sent))
    status = hook.statuses(sent)[0]
    assert "recipient_id" not in status and status["recipient_user_id"] == contact["user_id"]


def test_an_old_user_id_leads_nowhere(open_desk: Desk, hook: Hook) -> None:
    number = {"phone_number_id": open_desk.number_id}
    new = open_desk.emulator.control(f"/customers/{open_desk.wa_id}/user-id", number)["user_id"]
    wait_until(lambda: len(of_number(hook, open_desk)) == 2)
    system = of_number(hook, open_desk)[1]["messages"][0]["system"]
    assert system["type"] == "user_changed_user_id" and system["user_id"] == new
    body: dict[str, Any] = {"to": None, "type": "text", "text": {"body": "Hello"}}
    assert open_desk.post(recipient=system["previous_user_id"], **body)[0] == 400
    assert open_desk.post(recipient=new, **body)[0] == 200


def test_another_number_is_told_and_the_old_one_answers_no_more(
    emulator: Emulator, open_desk: Desk, hook: Hook
) -> None:
    answer = open_desk.send()
    hook.wait_for(answer, "delivered")
    new = f"1559{open_desk.wa_id[4:]}"
    path = f"/customers/{open_desk.wa_id}/number"
    assert emulator.control(path, {"wa_id": f"+{new}"}) == {"wa_id": new, "name": "Ada"}
    wait_until(lambda: [each for each in of_number(hook, open_desk) if "system" in str(each.get("messages"))])
    told = next(each for each in of_number(hook, open_desk) if "system" in str(each.get("messages")))
    (message,) = told["messages"]
    assert "contacts" not in told and (message["from"], message["type"]) == (open_desk.wa_id, "system")
    system = message["system"]
    assert (system["type"], system["wa_id"]) == ("user_changed_number", new)
    assert system["user_id"] != message["from_user_id"]
    hook.wait_for(open_desk.send(to=new, type="text", text={"body": "Still you?"}), "delivered")
    reply = emulator.control(
        f"/customers/{new}/messages",
        {"phone_number_id": open_desk.number_id, "type": "text", "text": {"body": "Yes"}},
    )["id"]
    came = hook.wait_for_message(new, reply)
    assert came["from_user_id"] == system["user_id"]
    open_desk.template()
    gone = hook.wait_for(open_desk.send(type="template", template=PARCEL), "failed")
    assert gone["errors"][0]["code"] == 131026
    listed = emulator.call("GET", f"/phone/api/customers/{new}/chats/{open_desk.number_id}/messages")[1]["items"]
    assert (listed[0]["text"], listed[0]["from_me"], listed[1]["id"]) == ("Hello", True, answer)
    taken = emulator.call("POST", f"/control/customers/{new}/number", {"wa_id": new})
    assert taken[0] == 400 and emulator.call("POST", f"/control{path}", {"wa_id": "1559"})[0] == 404


def test_a_hidden_number_is_not_told_when_it_changes(desk: Desk, hook: Hook, emulator: Emulator) -> None:
    emulator.control("/portfolios", {"waba_ids": [desk.waba_id], "contact_book": False})
    hidden = {"wa_id": desk.wa_id, "name": "Ada", "username": "ada.l", "hides_number": True}
    emulator.control("/customers", hidden)
    desk.write()
    new = f"1559{desk.wa_id[4:]}"
    emulator.control(f"/customers/{desk.wa_id}/number", {"wa_id": new})
    wait_until(lambda: len(of_number(hook, desk)) == 2)
    (message,) = of_number(hook, desk)[1]["messages"]
    assert "wa_id" not in message["system"] and message["system"]["user_id"]
    assert new not in str(message) and desk.wa_id not in str({**message, "id": ""})


def test_a_new_number_survives_a_restart(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    sent = desk.write()
    new = f"1559{desk.wa_id[4:]}"
    own_emulator.control(f"/customers/{desk.wa_id}/number", {"wa_id": new})
    own_emulator.stop()
    own_emulator.start()
    assert own_emulator.call("GET", f"/phone/api/customers/{desk.wa_id}/chats")[0] == 404
    kept = own_emulator.control(f"/customers/{new}/messages?phone_number_id={desk.number_id}")["items"]
    assert (kept[0]["id"], kept[1]["type"]) == (sent, "system")


def test_what_businesses_can_not_see_comes_with_its_error(open_desk: Desk, hook: Hook) -> None:
    sent = open_desk.write(type="unsupported", unsupported={"type": "poll"})
    told = hook.wait_for_message(open_desk.wa_id, sent)
    assert (told["type"], told["unsupported"]) == ("unsupported", {"type": "poll"})
    assert told["errors"][0]["code"] == 131051 and told["errors"][0]["error_data"]["details"]
    lost = [{"code": 131052, "title": "Media download error", "error_data": {"details": "Too large"}}]
    sent = open_desk.write(type="unsupported", errors=lost)
    assert hook.wait_for_message(open_desk.wa_id, sent)["errors"] == lost


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ({"type": "order", "order": {"catalog_id": "c", "product_items": [{"quantity": 2}, {"quantity": "1"}]}}, "3"),
        ({"type": "edit", "edit": {"original_message_id": "x", "message": {"text": {"body": "new"}}}}, "new"),
        ({"type": "revoke", "revoke": {"original_message_id": "x"}}, "deleted"),
        ({"type": "request_welcome"}, "Opened"),
    ],
)
def test_kinds_that_only_customers_send(open_desk: Desk, message: dict[str, Any], shown: str) -> None:
    open_desk.write(**message)
    path = f"/phone/api/customers/{open_desk.wa_id}/chats/{open_desk.number_id}/messages"
    status, answer = open_desk.emulator.call("GET", path)
    assert status == 200 and shown in answer["items"][-1]["text"]
    assert open_desk.post(**message)[1]["error"]["code"] == 131051


@pytest.mark.parametrize(
    ("known_as", "written"),
    [
        ("553187654321", "+55 31 98765-4321"),
        ("5511987654321", "551187654321"),
        ("5215512345678", "+52 55 1234 5678"),
        ("525598765432", "5215598765432"),
    ],
)
def test_people_are_found_under_the_other_form_of_their_number(desk: Desk, known_as: str, written: str) -> None:
    desk.emulator.control("/customers", {"wa_id": known_as, "name": "Somebody"})
    desk.template()
    status, answer = desk.post(to=written, type="template", template=PARCEL)
    assert status == 200, answer
    assert answer["contacts"] == [{"input": written, "wa_id": known_as}]


@pytest.mark.parametrize(
    ("written", "registered"),
    [
        ("+55 41 99876-1234", "554198761234"),
        ("+55 21 99876-1234", "5521998761234"),
        ("+52 33 1876 1234", "5213318761234"),
        ("+55 11 3876-1234", "551138761234"),
        ("+44 7700 900900", "447700900900"),
    ],
)
def test_who_is_new_is_registered_as_is_usual_there(desk: Desk, written: str, registered: str) -> None:
    desk.template()
    assert desk.post(to=written, type="template", template=PARCEL)[1]["contacts"][0]["wa_id"] == registered


def test_a_one_time_code_needs_a_phone_number(open_desk: Desk, hook: Hook) -> None:
    wait_until(lambda: of_number(hook, open_desk))
    person = of_number(hook, open_desk)[0]["contacts"][0]["user_id"]
    button = {"type": "URL", "text": "Copy", "url": "https://www.whatsapp.com/otp/code/?code={{1}}"}
    parts = [{"type": "BODY", "text": "{{1}} is your code."}, {"type": "BUTTONS", "buttons": [button]}]
    open_desk.template("code", category="AUTHENTICATION", components=parts)
    given = [{"type": "text", "text": "1234"}]
    filled = [{"type": "body", "parameters": given}]
    filled.append({"type": "button", "sub_type": "url", "index": "0", "parameters": given})
    said = {"name": "code", "language": {"code": "en_US"}, "components": filled}
    status, answer = open_desk.post(to=None, recipient=person, type="template", template=said)
    assert (status, answer["error"]["code"]) == (400, 131062)
    assert open_desk.post(type="template", template=said)[0] == 200


def is_seen(desk: Desk, hook: Hook) -> bool:
    """Whether the next message that the customer writes tells the number, as sender and as contact."""
    sent = desk.write()
    wait_until(lambda: any(sent == each["id"] for value in of_number(hook, desk) for each in value.get("messages", ())))
    value = next(
        value for value in of_number(hook, desk) if any(each["id"] == sent for each in value.get("messages", ()))
    )
    assert ("from" in value["messages"][0]) == ("wa_id" in value["contacts"][0])
    return "from" in value["messages"][0]


def hide(desk: Desk, **more: Any) -> None:
    desk.emulator.control("/customers", {"wa_id": desk.wa_id, "name": "Ada", "hides_number": True, **more})


def month(desk: Desk) -> None:
    desk.emulator.control("/clock", {"advance_seconds": 31 * 86_400})


def test_a_number_that_was_used_is_seen_for_thirty_days_and_longer_by_the_contact_book(desk: Desk, hook: Hook) -> None:
    desk.write()
    hide(desk)
    assert is_seen(desk, hook)
    month(desk)
    assert is_seen(desk, hook)
    desk.emulator.control("/portfolios", {"waba_ids": [desk.waba_id], "contact_book": False})
    assert not is_seen(desk, hook)
    desk.send()
    assert is_seen(desk, hook)
    month(desk)
    assert not is_seen(desk, hook)


def test_somebody_who_saved_the_business_is_seen(desk: Desk, hook: Hook) -> None:
    hide(desk)
    assert not is_seen(desk, hook)
    hide(desk, saved=[desk.number_id])
    assert is_seen(desk, hook)


def test_a_stop_does_not_tell_a_hidden_number(desk: Desk, hook: Hook) -> None:
    hide(desk)
    body = {"phone_number_id": desk.number_id, "value": "stop"}
    desk.emulator.control(f"/customers/{desk.wa_id}/marketing-preference", body)
    wait_until(
        lambda: any("user_preferences" in each["value"] and desk.number_id in str(each) for each in hook.changes)
    )
    told = [each["value"] for each in hook.changes if "user_preferences" in each["value"]]
    assert desk.wa_id not in str(next(each for each in told if desk.number_id in str(each)))
