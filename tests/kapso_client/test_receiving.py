"""What customers do, as the second library reads it; each signature as it checks it."""

import time
from typing import Any

from kapso_whatsapp import WhatsAppClient
from kapso_whatsapp.webhooks.normalize import NormalizedWebhookResult

from tests.emulator.running import Emulator, Hook
from tests.kapso_client.conftest import CUSTOMER, NUMBER, understood
from tests.kapso_client.test_sending import WHO


def write(emulator: Emulator, kind: str, content: Any, **more: Any) -> str:
    body = {"phone_number_id": NUMBER, "type": kind, kind: content, **more}
    return str(emulator.control(f"/customers/{CUSTOMER}/messages", body)["id"])


def heard(told: Hook, wamid: str) -> tuple[NormalizedWebhookResult, dict[str, Any]]:
    """The webhook and the message of that id."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for result in understood(told):
            for message in result.messages:
                if message["id"] == wamid:
                    return result, message
        time.sleep(0.05)
    raise AssertionError("it was not told")


def test_what_a_customer_writes_and_taps(emulator: Emulator, told: Hook) -> None:
    result, message = heard(told, write(emulator, "text", {"body": "Größe? 👍"}))
    assert (result.phone_number_id, message["from"], message["text"]["body"]) == (NUMBER, CUSTOMER, "Größe? 👍")
    tap = {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}}
    assert heard(told, write(emulator, "interactive", tap))[1]["interactive"]["buttonReply"]["id"] == "yes"
    filled = {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": '{"day":"Monday"}'}}
    assert "Monday" in str(heard(told, write(emulator, "interactive", filled))[1])
    place = {"latitude": 37.48, "longitude": -122.15}
    assert heard(told, write(emulator, "location", place))[1]["location"]["latitude"] == 37.48


async def test_how_far_a_message_is(client: WhatsAppClient, told: Hook) -> None:
    sent = await client.messages.send_text(**WHO, body="Hello", biz_opaque_callback_data="case-7")
    wamid = sent.messages[0].id
    told.wait_for(wamid, "read")
    states = [each for result in understood(told) for each in result.statuses if each.id == wamid]
    assert [each.status for each in states] == ["sent", "delivered", "read"]
    assert {each.recipient_id for each in states} == {CUSTOMER}
    assert states[0].extra["recipientUserId"].startswith("US.")
    assert states[0].pricing is not None and states[0].pricing["pricingModel"] == "PMP"


def test_another_user_id_is_a_signal_of_its_own(emulator: Emulator, told: Hook) -> None:
    told_id = emulator.control(f"/customers/{CUSTOMER}/user-id", {"phone_number_id": NUMBER})
    heard(told, told_id["id"])
    events = [each for result in understood(told) for each in result.identity_events]
    assert told_id["user_id"] in {each.raw["userId"] for each in events}


def test_what_staff_write_on_the_phone_goes_out(emulator: Emulator, told: Hook) -> None:
    emulator.control(f"/numbers/{NUMBER}/coexistence", {"on": True})
    body = {"by": "phone_app", "type": "text", "text": {"body": "I am at the branch"}}
    sent = emulator.control(f"/numbers/{NUMBER}/threads/{CUSTOMER}/messages", body)["id"]
    result, message = heard(told, sent)
    emulator.control(f"/numbers/{NUMBER}/coexistence", {"on": False})
    assert message["kapso"]["direction"] == "outbound"
    assert [each["waId"] for each in result.contacts] == [CUSTOMER]
