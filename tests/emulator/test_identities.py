"""People whom businesses know by a user id only, and kinds of messages that only they send."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until


def of_number(hook: Hook, desk: Desk) -> list[dict[str, Any]]:
    values = [each["value"] for each in hook.changes if each["field"] == "messages"]
    return [each for each in values if each["metadata"]["phone_number_id"] == desk.number_id]


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
