"""What the business is told, and that it is told whatever happens."""

import json
import time
from pathlib import Path
from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, wait_until
from tests.emulator.test_refusals import a_template


def test_every_webhook_is_signed_over_its_bytes_and_those_are_ascii(open_desk: Desk, hook: Hook) -> None:
    sent = open_desk.write("Grüße 👍")
    hook.wait_for_message(open_desk.wa_id, sent)
    index = next(i for i, body in enumerate(hook.bodies) if rb"Gr\u00fc\u00dfe \ud83d\udc4d" in body)
    assert hook.bodies[index].isascii()
    assert all(hook.is_signed(i) for i in range(len(hook.bodies)))


def test_a_message_comes_in_the_platforms_envelope(open_desk: Desk, hook: Hook) -> None:
    sent = open_desk.write("Where is my parcel?")
    hook.wait_for_message(open_desk.wa_id, sent)
    change = next(c for c in hook.changes if any(m["id"] == sent for m in c["value"].get("messages", [])))
    value = change["value"]
    assert change["field"] == "messages" and value["messaging_product"] == "whatsapp"
    assert value["metadata"] == {"display_phone_number": open_desk.digits, "phone_number_id": open_desk.number_id}
    assert value["contacts"][0]["profile"] == {"name": "Ada"} and value["contacts"][0]["wa_id"] == open_desk.wa_id
    message = next(each for each in value["messages"] if each["id"] == sent)
    assert message["text"] == {"body": "Where is my parcel?"} and message["timestamp"].isdigit()


def test_sent_then_delivered_then_read_with_what_was_given_to_be_echoed(open_desk: Desk, hook: Hook) -> None:
    wamid = open_desk.send(type="text", text={"body": "Hi"}, biz_opaque_callback_data="case-77")
    delivered = hook.wait_for(wamid, "delivered")
    open_desk.emulator.control(f"/customers/{open_desk.wa_id}/read", {"phone_number_id": open_desk.number_id})
    read = hook.wait_for(wamid, "read")
    statuses = hook.statuses(wamid)
    assert [each["status"] for each in statuses] == ["sent", "delivered", "read"]
    assert {each["biz_opaque_callback_data"] for each in statuses} == {"case-77"}
    assert delivered["pricing"] == {
        "billable": False,
        "pricing_model": "PMP",
        "type": "free_customer_service",
        "category": "service",
    }
    assert "pricing" not in read and read["recipient_id"] == open_desk.wa_id


def test_a_customer_who_reads_by_itself(open_desk: Desk, hook: Hook) -> None:
    open_desk.emulator.control("/customers", {"wa_id": open_desk.wa_id, "auto_read": True})
    hook.wait_for(open_desk.send(), "read")


def test_templates_cost_except_utility_in_an_open_window(desk: Desk, hook: Hook) -> None:
    desk.template()
    desk.template("offer", category="MARKETING")
    outside = hook.wait_for(desk.send(**a_template("Ada")), "sent")["pricing"]
    assert (outside["billable"], outside["type"], outside["category"]) == (True, "regular", "utility")
    desk.write()
    assert not hook.wait_for(desk.send(**a_template("Ada")), "sent")["pricing"]["billable"]
    assert hook.wait_for(desk.send(**a_template("Ada", name="offer")), "sent")["pricing"]["billable"]


def test_all_is_free_for_72_hours_after_an_ad(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING")
    desk.write(type="text", text={"body": "Hi"}, referral={"source_type": "ad", "source_id": "1"})
    desk.send()
    pricing = hook.wait_for(desk.send(**a_template("Ada", name="offer")), "sent")["pricing"]
    assert (pricing["type"], pricing["billable"]) == ("free_entry_point", False)


def test_a_phone_that_is_off_gets_it_when_it_is_on(open_desk: Desk, hook: Hook) -> None:
    open_desk.emulator.control("/customers", {"wa_id": open_desk.wa_id, "phone_on": False})
    wamid = open_desk.send()
    hook.wait_for(wamid, "sent")
    time.sleep(0.1)
    assert [each["status"] for each in hook.statuses(wamid)] == ["sent"]
    open_desk.emulator.control("/customers", {"wa_id": open_desk.wa_id, "phone_on": True})
    hook.wait_for(wamid, "delivered")


def test_someone_without_whatsapp_can_not_be_reached(desk: Desk, hook: Hook) -> None:
    desk.template()
    failed = hook.wait_for(desk.send(**a_template("Ada"), to="+15558889999"), "failed")
    assert failed["errors"][0]["code"] == 131026 and failed["errors"][0]["error_data"]["details"]


def test_who_stopped_marketing_gets_none_but_gets_the_rest(desk: Desk, hook: Hook) -> None:
    desk.template()
    desk.template("offer", category="MARKETING")
    path = f"/customers/{desk.wa_id}/marketing-preference"
    desk.emulator.control(path, {"phone_number_id": desk.number_id, "value": "stop"})

    def preferences() -> list[Any]:
        found = [p for c in hook.changes for p in c["value"].get("user_preferences", [])]
        return [each["value"] for each in found if each.get("wa_id") == desk.wa_id]

    wait_until(lambda: preferences() == ["stop"])
    assert hook.wait_for(desk.send(**a_template("Ada", name="offer")), "failed")["errors"][0]["code"] == 131050
    hook.wait_for(desk.send(**a_template("Ada")), "delivered")
    desk.emulator.control(path, {"phone_number_id": desk.number_id, "value": "resume"})
    hook.wait_for(desk.send(**a_template("Ada", name="offer")), "delivered")


def test_who_blocked_the_business_hears_nothing_and_nobody_is_told(open_desk: Desk, hook: Hook) -> None:
    path = f"/customers/{open_desk.wa_id}/block"
    open_desk.emulator.control(path, {"phone_number_id": open_desk.number_id})
    wamid = open_desk.send()
    hook.wait_for(wamid, "sent")
    time.sleep(0.1)
    assert [each["status"] for each in hook.statuses(wamid)] == ["sent"]


def test_a_reaction_is_only_ever_sent_and_fails_on_what_is_not_there(open_desk: Desk, hook: Hook) -> None:
    target = open_desk.write("Thanks")
    wamid = open_desk.send(type="reaction", reaction={"message_id": target, "emoji": "👍"})
    assert "pricing" not in hook.wait_for(wamid, "sent")
    unknown = open_desk.send(type="reaction", reaction={"message_id": "wamid.none", "emoji": "👍"})
    assert hook.wait_for(unknown, "failed")["errors"][0]["code"] == 131009


def test_the_window_closes_24_hours_after_the_customers_own_timestamp(desk: Desk) -> None:
    clock = desk.emulator.control
    now = int(clock("/clock")["now"])
    desk.write(type="text", text={"body": "late"}, timestamp=str(now - 86_390))
    assert desk.post(text={"body": "Hi"})[0] == 200
    clock("/clock", {"advance_seconds": 11})
    try:
        assert desk.post(text={"body": "Hi"})[1]["error"]["code"] == 131047
    finally:
        clock("/clock", {"reset": True})
    desk.write(type="reaction", reaction={"message_id": "wamid.x", "emoji": "👍"})


def test_a_tap_answers_the_message_with_the_button(open_desk: Desk, hook: Hook) -> None:
    reply = {"type": "reply", "reply": {"id": "yes", "title": "Yes"}}
    asked = open_desk.send(
        type="interactive", interactive={"type": "button", "body": {"text": "?"}, "action": {"buttons": [reply]}}
    )
    chosen = {"type": "button_reply", "button_reply": {"id": "yes", "title": "Yes"}}
    tap = open_desk.write(type="interactive", interactive=chosen)
    told = hook.wait_for_message(open_desk.wa_id, tap)
    assert told["context"] == {"from": open_desk.digits, "id": asked} and told["interactive"] == chosen


def test_a_customers_file_comes_with_an_id_that_the_business_can_fetch(open_desk: Desk, hook: Hook) -> None:
    status, answer = open_desk.emulator.call(
        "POST", "/control/media?filename=a.ogg", b"OggS", headers={"Content-Type": "audio/ogg; codecs=opus"}
    )
    assert status == 200
    sent = open_desk.write(type="audio", audio={"id": answer["id"], "voice": True})
    audio = hook.wait_for_message(open_desk.wa_id, sent)["audio"]
    assert audio["voice"] and audio["mime_type"] == "audio/ogg; codecs=opus"
    address = open_desk.graph("GET", f"/v23.0/{audio['id']}")[1]["url"]
    assert open_desk.graph("GET", address[address.index("/whatsapp_business") :]) == (200, b"OggS")


def test_anything_but_200_is_tried_again_in_order_until_it_is_taken(open_desk: Desk, hook: Hook) -> None:
    wait_until(lambda: open_desk.emulator.control("/webhooks")["pending"] == 0)
    hook.status = 204
    before = len(hook.bodies)
    try:
        sent = [open_desk.write(f"Message {index}") for index in range(5)]
        wait_until(lambda: len(hook.bodies) > before + 1)
    finally:
        hook.status = 200
    wait_until(lambda: len(hook.messages(open_desk.wa_id)) >= 6)
    assert [each["id"] for each in hook.messages(open_desk.wa_id)][1:] == sent


def test_webhooks_can_be_held_lost_repeated_and_delayed(open_desk: Desk, hook: Hook) -> None:
    control = open_desk.emulator.control

    def heard(wamid: str) -> int:
        return [each["id"] for each in hook.messages(open_desk.wa_id)].count(wamid)

    wait_until(lambda: control("/webhooks")["pending"] == 0)  # what the tests before this one left
    try:
        control("/webhooks", {"hold": True})
        held = open_desk.write("held")
        time.sleep(0.1)
        assert heard(held) == 0 and control("/webhooks")["pending"] == 1
        control("/webhooks", {"drop": 1})
        wait_until(lambda: heard(held) == 1)
        lost, kept = open_desk.write("lost"), open_desk.write("kept")
        wait_until(lambda: heard(kept) == 1)
        assert heard(lost) == 0
        control("/webhooks", {"repeat": 2})
        repeated = open_desk.write("repeated")
        wait_until(lambda: heard(repeated) == 3)
        control("/webhooks", {"delay_seconds": 0.3})
        started = time.monotonic()
        delayed = open_desk.write("delayed")
        wait_until(lambda: heard(delayed) == 1)
        assert time.monotonic() - started > 0.25
        control("/webhooks", {"reorder": True, "seed": 3})
        mixed = [open_desk.write(str(index)) for index in range(5)]
        wait_until(lambda: all(heard(each) for each in mixed))
    finally:
        control("/webhooks", {})


def test_a_share_that_is_lost_is_the_same_with_the_same_seed(emulator_apart: Emulator, hook_apart: Hook) -> None:
    def lost_of_twenty() -> list[bool]:
        desk = a_desk(emulator_apart)
        emulator_apart.control("/webhooks", {"drop": 0.5, "seed": 7})
        sent = [desk.write(str(index)) for index in range(20)]
        emulator_apart.control("/webhooks", {})
        last = desk.write("last")
        hook_apart.wait_for_message(desk.wa_id, last)
        heard = {each["id"] for each in hook_apart.messages(desk.wa_id)}
        return [each in heard for each in sent]

    first = lost_of_twenty()
    assert first == lost_of_twenty() and 3 < sum(first) < 17


def test_many_customers_share_a_post(emulator: Emulator, hook: Hook) -> None:
    emulator.control("/webhooks", {"hold": True})
    desks = [a_desk(emulator) for _ in range(12)]
    sent = {desk.wa_id: [desk.write(str(index)) for index in range(3)] for desk in desks}
    wait_until(lambda: emulator.control("/webhooks")["pending"] == 36)
    before = len(hook.bodies)
    emulator.control("/webhooks", {})
    wait_until(lambda: all(len(hook.messages(desk.wa_id)) == 3 for desk in desks))
    assert len(hook.bodies) == before + 1
    for desk in desks:
        assert [each["id"] for each in hook.messages(desk.wa_id)] == sent[desk.wa_id]


def test_what_falls_together_shares_an_entry_and_a_value(open_desk: Desk, emulator: Emulator, hook: Hook) -> None:
    wait_until(lambda: emulator.control("/webhooks")["pending"] == 0)
    second = f"1557{open_desk.wa_id[4:]}"
    emulator.control("/customers", {"wa_id": second, "name": "Bo"})
    emulator.control("/webhooks", {"hold": True})
    said = {"phone_number_id": open_desk.number_id, "type": "text", "text": {"body": "Hi"}}
    messages = [emulator.control(f"/customers/{each}/messages", said)["id"] for each in (open_desk.wa_id, second)]
    hello = {"type": "text", "text": {"body": "Good morning"}}
    sent = [open_desk.send(to=each, **hello) for each in (open_desk.wa_id, second)]
    for decision in ("PENDING", "APPROVED"):
        emulator.control(f"/accounts/{open_desk.waba_id}/review", {"decision": decision})
    wait_until(lambda: emulator.control("/webhooks")["pending"] == 8)
    before = len(hook.bodies)
    emulator.control("/webhooks", {})
    wait_until(lambda: len(hook.bodies) > before)
    entries = json.loads(hook.bodies[before])["entry"]
    assert {each["id"] for each in entries} == {open_desk.waba_id} and len(entries) <= 4
    changes = [change for entry in entries for change in entry["changes"]]
    lists = [change["value"].get("messages") or change["value"].get("statuses") or [] for change in changes]
    assert max(map(len, lists)) > 1
    told = [each for some in lists for each in some]
    assert sorted(each["id"] for each in told if each.get("type") == "text") == sorted(messages)
    for wamid in sent:
        hook.wait_for(wamid, "delivered")
        assert [each["status"] for each in hook.statuses(wamid)] == ["sent", "delivered"]
    reviews = [each["value"]["decision"] for each in changes if each["field"] == "account_review_update"]
    assert reviews == ["PENDING", "APPROVED"]


def test_updates_may_wait_for_others_to_go_with(tmp_path: Path, hook_apart: Hook) -> None:
    options = ["--webhook-url", hook_apart.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    emulator = Emulator(tmp_path, *options, "--webhook-gather", "0.5").start()
    try:
        desk = a_desk(emulator)
        sent = [desk.write(str(index)) for index in range(4)]
        wait_until(lambda: len(hook_apart.messages(desk.wa_id)) == 4)
        assert [each["id"] for each in hook_apart.messages(desk.wa_id)] == sent
        assert len(hook_apart.bodies) == 1 and len(hook_apart.changes) == 1
    finally:
        emulator.stop()


def test_nothing_goes_out_before_the_handshake(own_emulator: Emulator) -> None:
    hook = Hook()
    target = {"url": hook.url, "app_secret": SECRET, "verify_token": "another"}
    refused = own_emulator.control("/webhook-target", target)
    assert not refused["verified"] and "verify token" in refused["problem"]
    desk = a_desk(own_emulator)
    desk.write()
    time.sleep(0.2)
    assert hook.bodies == []
    assert own_emulator.control("/webhook-target", {**target, "verify_token": VERIFY})["verified"]
    wait_until(lambda: hook.messages(desk.wa_id))
    hook.close()


def test_what_is_told_of_partners_names_the_portfolio(emulator: Emulator, hook: Hook) -> None:
    desk = a_desk(emulator)
    portfolio = emulator.control(f"/accounts/{desk.waba_id}")["business_id"]
    told = {"field": "partner_solutions", "value": {"event": "SOLUTION_CREATED", "solution_id": desk.waba_id}}
    emulator.control(f"/accounts/{desk.waba_id}/event", told)

    def entries() -> list[str]:
        found = [entry for body in hook.bodies for entry in json.loads(body)["entry"]]
        return [entry["id"] for entry in found for change in entry["changes"] if change["value"] == told["value"]]

    wait_until(entries)
    assert entries() == [portfolio] and portfolio != desk.waba_id
