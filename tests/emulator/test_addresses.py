"""Where webhooks go: the application's address, the account's, the number's; and when they are tried again."""

from collections.abc import Iterator
from functools import partial

import pytest

from parley_emulator.ids import APP_ID
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, wait_until

OWN = f"{APP_ID}|{SECRET}"


@pytest.fixture
def other() -> Iterator[Hook]:
    started = Hook()
    yield started
    started.close()


def got(hook: Hook, wa_id: str) -> int:
    return len(hook.messages(wa_id))


def _more_than(hook: Hook, count: int) -> bool:
    return len(hook.bodies) > count


def test_the_account_s_address_is_verified_used_and_taken_back(desk: Desk, hook: Hook, other: Hook) -> None:
    path = f"/v23.0/{desk.waba_id}/subscribed_apps"
    wrong = {"override_callback_uri": other.url, "verify_token": "wrong"}
    assert desk.graph("POST", path, wrong)[1]["error"]["code"] == 2200
    assert desk.graph("POST", path, {**wrong, "verify_token": VERIFY})[1] == {"success": True}
    assert other.handshakes == 1
    assert desk.graph("GET", path)[1]["data"][0]["override_callback_uri"] == other.url
    desk.write()
    wait_until(lambda: got(other, desk.wa_id) == 1)
    assert got(hook, desk.wa_id) == 0 and other.is_signed(0)
    desk.graph("POST", path)
    desk.write()
    wait_until(lambda: got(hook, desk.wa_id) == 1)


def test_the_number_s_address_comes_before_the_account_s(desk: Desk, other: Hook) -> None:
    second = Hook()
    override = {"override_callback_uri": other.url, "verify_token": VERIFY}
    desk.graph("POST", f"/v23.0/{desk.waba_id}/subscribed_apps", override)
    own = {"webhook_configuration": {**override, "override_callback_uri": second.url}}
    assert desk.graph("POST", f"/v23.0/{desk.number_id}", own)[1] == {"success": True}
    shown = desk.graph("GET", f"/v23.0/{desk.number_id}?fields=webhook_configuration")[1]["webhook_configuration"]
    assert (shown["phone_number"], shown["whatsapp_business_account"]) == (second.url, other.url)
    desk.write()
    wait_until(lambda: got(second, desk.wa_id) == 1)
    desk.graph("POST", f"/v23.0/{desk.number_id}", {"webhook_configuration": {"override_callback_uri": ""}})
    desk.write()
    wait_until(lambda: got(other, desk.wa_id) == 1)
    second.close()


def test_an_account_without_a_subscription_is_not_told_of(desk: Desk, hook: Hook) -> None:
    path = f"/v23.0/{desk.waba_id}/subscribed_apps"
    assert desk.graph("DELETE", path)[1] == {"success": True} and desk.graph("GET", path)[1] == {"data": []}
    desk.write("Lost")
    desk.graph("POST", path)
    heard = desk.write("Heard")
    hook.wait_for_message(desk.wa_id, heard)
    assert got(hook, desk.wa_id) == 1


def test_the_application_chooses_address_and_fields_with_its_own_token(own_emulator: Emulator, other: Hook) -> None:
    own_emulator.control("/webhook-target", {"url": other.url, "app_secret": SECRET, "verify_token": VERIFY})
    desk = a_desk(own_emulator)
    path = f"/v23.0/{APP_ID}/subscriptions"
    body = {"object": "whatsapp_business_account", "callback_url": other.url, "verify_token": VERIFY}
    assert desk.graph("POST", path, body)[1]["error"]["code"] == 15
    assert own_emulator.call("POST", path, {**body, "fields": "account_update,security"}, OWN)[1] == {"success": True}
    desk.write()
    own_emulator.control(f"/accounts/{desk.waba_id}/violation", {"type": "ALCOHOL"})
    wait_until(lambda: [change for change in other.changes if change["field"] == "account_update"])
    assert got(other, desk.wa_id) == 0
    names = [each["name"] for each in own_emulator.call("GET", path, token=OWN)[1]["data"][0]["fields"]]
    assert names == ["account_update", "security"]
    own_emulator.stop()
    own_emulator.start()
    assert len(own_emulator.call("GET", path, token=OWN)[1]["data"][0]["fields"]) == 2


def test_an_address_that_is_down_is_tried_again_when_the_clock_says_so(own_emulator: Emulator, other: Hook) -> None:
    own_emulator.control("/webhook-target", {"url": other.url, "app_secret": SECRET, "verify_token": VERIFY})
    desk = a_desk(own_emulator)
    other.status = 500
    message = desk.write()
    for _ in range(12):
        tries = len(other.bodies)
        own_emulator.control("/clock", {"advance_seconds": 3_601})
        wait_until(partial(_more_than, other, tries))
    tries = len(other.bodies)
    own_emulator.control("/clock", {"advance_seconds": 600})
    assert len(other.bodies) == tries, "the gaps have grown to an hour"
    other.status = 200
    own_emulator.control("/clock", {"advance_seconds": 3_601})
    other.wait_for_message(desk.wa_id, message)
    other.status = 500
    desk.write()
    own_emulator.control("/clock", {"advance_seconds": 7 * 86_400 + 60})
    wait_until(lambda: own_emulator.control("/webhooks")["expired"] == 1)
    assert own_emulator.control("/webhooks")["pending"] == 0


def test_an_address_that_sends_the_platform_elsewhere_has_not_taken_it(own_emulator: Emulator, other: Hook) -> None:
    front = Hook()
    own_emulator.control("/webhook-target", {"url": front.url, "app_secret": SECRET, "verify_token": VERIFY})
    front.status, front.location = 307, other.url
    message = a_desk(own_emulator).write()
    wait_until(lambda: own_emulator.control("/webhooks")["failed"] >= 1)
    assert own_emulator.control("/webhooks/posts")["posts"][-1]["answer"] == 307
    assert other.bodies == [], "nothing is sent where nobody asked for it"
    front.status, front.location = 200, ""
    wait_until(lambda: [each for each in front.changes if each["value"].get("messages", [{}])[0].get("id") == message])
    front.close()
