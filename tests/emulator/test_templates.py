"""Templates from review to their end: reasons, categories, quality, pauses, edits, the library, one-time codes."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

BODY = "Hello {{1}}, your parcel is here and waits for you."


def body(text: str, **more: Any) -> list[dict[str, Any]]:
    return [{"type": "BODY", "text": text, "example": {"body_text": [["Ada"]]}, **more}]


def hand_in(desk: Desk, name: str, text: str, category: str = "UTILITY") -> str:
    whole = {"name": name, "language": "en_US", "category": category, "components": body(text)}
    status, answer = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)
    assert (status, answer.get("status")) == (200, "PENDING"), answer
    return str(answer["id"])


def shown(desk: Desk, template: str, *fields: str) -> tuple[Any, ...]:
    answer = desk.graph("GET", f"/v23.0/{template}?fields={','.join(fields)}")[1]
    return tuple(answer.get(name) for name in fields)


def filled(name: str) -> dict[str, Any]:
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    return {"name": name, "language": {"code": "en_US"}, "components": [part]}


def told(hook: Hook, template: str, field: str) -> list[dict[str, Any]]:
    values = [each["value"] for each in list(hook.changes) if each["field"] == field]
    return [value for value in values if str(value["message_template_id"]) == template]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hello {{1}}, please send your card number and the day it ends, thank you.", "ABUSIVE_CONTENT"),
        ("Hello {{1}}, you have won a journey, claim your prize before Friday ends.", "SCAM"),
        (BODY, "NONE"),
    ],
)
def test_the_reviewer_gives_the_documented_reason(desk: Desk, hook: Hook, text: str, reason: str) -> None:
    template = hand_in(desk, "reviewed", text)
    wait_until(lambda: told(hook, template, "message_template_status_update"))
    event = told(hook, template, "message_template_status_update")[0]
    assert (event["event"], event["reason"]) == ("APPROVED" if reason == "NONE" else "REJECTED", reason)
    assert shown(desk, template, "status", "rejected_reason") == (event["event"], reason)


def test_a_promotion_handed_in_as_utility_becomes_marketing(desk: Desk, hook: Hook) -> None:
    template = hand_in(desk, "sale", "Hello {{1}}, this week we have a special offer on all our parcels.")
    wait_until(lambda: told(hook, template, "template_category_update"))
    change = told(hook, template, "template_category_update")[0]
    assert (change["previous_category"], change["new_category"]) == ("UTILITY", "MARKETING")
    assert shown(desk, template, "category", "previous_category") == ("MARKETING", "UTILITY")


def test_the_same_words_under_another_name_are_rejected(desk: Desk, hook: Hook) -> None:
    first = hand_in(desk, "first", BODY)
    wait_until(lambda: shown(desk, first, "status") == ("APPROVED",))
    second = hand_in(desk, "second", BODY)
    wait_until(lambda: shown(desk, second, "status") == ("REJECTED",))


def test_red_pauses_three_hours_then_six_and_then_for_good(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.template("parcel")
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"][0]["id"]

    def rate(score: str) -> None:
        own_emulator.control("/templates/quality", {"name": "parcel", "score": score})

    def after(hours: float) -> Any:
        own_emulator.control("/clock", {"advance_seconds": hours * 3600})
        return shown(desk, template, "status")[0]

    for hours in (3, 6):
        rate("RED")
        assert after(hours - 1) == "PAUSED"
        assert after(1.01) == "APPROVED"
    rate("RED")
    assert after(24) == "DISABLED"
    assert desk.graph("POST", f"/v23.0/{template}/unpause")[1]["success"] is False


def test_a_paused_one_is_not_sent_until_it_is_unpaused(desk: Desk, hook: Hook) -> None:
    desk.template("paused")
    desk.emulator.control("/templates/quality", {"name": "paused", "score": "RED"})
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?name=paused")[1]["data"][0]["id"]
    wait_until(lambda: told(hook, template, "message_template_quality_update"))
    assert told(hook, template, "message_template_status_update")[0]["other_info"]["title"] == "FIRST_PAUSE"
    assert desk.post(type="template", template=filled("paused"))[1]["error"]["code"] == 132015
    assert desk.graph("POST", f"/v23.0/{template}/unpause")[1] == {"success": True}
    assert desk.post(type="template", template=filled("paused"))[0] == 200


def test_an_approved_one_is_edited_once_a_day_and_keeps_its_category(desk: Desk) -> None:
    template = hand_in(desk, "edited", BODY)
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(BODY)})[1]["error"]["error_subcode"] == 2388039
    wait_until(lambda: shown(desk, template, "status") == ("APPROVED",))
    moved = desk.graph("POST", f"/v23.0/{template}", {"category": "MARKETING"})
    assert moved[1]["error"]["error_subcode"] == 2388025
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(f"{BODY} Thank you.")})[0] == 200
    wait_until(lambda: shown(desk, template, "status") == ("APPROVED",))
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(BODY)})[1]["error"]["error_subcode"] == 2388003


def test_an_edit_that_changes_nothing_is_none(desk: Desk) -> None:
    template = hand_in(desk, "same", BODY)
    wait_until(lambda: shown(desk, template, "status") == ("APPROVED",))
    nothing: list[dict[str, Any]] = [{}, {"components": []}, {"name": "other"}]
    for empty in nothing:
        assert desk.graph("POST", f"/v23.0/{template}", empty)[1]["error"]["code"] == 100
    assert shown(desk, template, "status") == ("APPROVED",)
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(f"{BODY} Thank you.")})[0] == 200


def test_an_edit_keeps_the_sample_there_was(desk: Desk) -> None:
    head = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [desk.sample("image/png")]}}
    whole = {"name": "pictured", "language": "en_US", "category": "UTILITY", "components": [head, *body(BODY)]}
    template = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)[1]["id"]
    wait_until(lambda: shown(desk, template, "status") == ("APPROVED",))
    (kept,) = shown(desk, template, "components")
    invented = {**head, "example": {"header_handle": ["4::aW52ZW50ZWQ"]}}
    assert desk.graph("POST", f"/v23.0/{template}", {"components": [invented, kept[1]]})[0] == 400
    changed = [kept[0], *body(f"{BODY} Thank you.")]
    assert desk.graph("POST", f"/v23.0/{template}", {"components": changed})[0] == 200


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "With Capitals"}, 100),
        ({"language": "xx"}, 100),
        ({"language": "fr"}, 100),
        ({"language": None}, 100),
        ({"category": "MARKETING"}, 100),
        ({"category": None}, 100),
        ({"library_template_button_inputs": "x"}, 100),
        ({"library_template_button_inputs": [{"type": "PHONE_NUMBER", "phone_number": "+15550001000"}]}, 100),
        ({"library_template_button_inputs": [{"type": "URL", "url": {"base_url": "northbank"}}]}, 100),
        ({"library_template_button_inputs": [{"type": "URL", "url": {"base_url": "https://a.example"}}] * 2}, 100),
        ({"library_template_body_inputs": "x"}, 100),
    ],
)
def test_what_is_made_from_the_library_is_looked_at_too(desk: Desk, changed: dict[str, Any], code: int) -> None:
    whole = {"name": "way", "language": "en_US", "category": "UTILITY", "library_template_name": "delivery_update_1"}
    path = f"/v23.0/{desk.waba_id}/message_templates"
    status, answer = desk.graph("POST", path, {**whole, **changed})
    assert (status, answer["error"]["code"]) == (400, code)
    address = {"type": "URL", "url": {"base_url": "https://northbank.example/"}}
    made = desk.graph("POST", path, {**whole, "library_template_button_inputs": [address]})[1]
    (parts,) = shown(desk, made["id"], "components")
    assert parts[1]["buttons"][0]["url"] == "https://northbank.example/"


@pytest.mark.parametrize(
    ("name", "values", "is_right"),
    [
        ("payment_received_1", ["Ada", "$12.50", "1 March"], True),
        ("payment_received_1", ["Ada", "12,50 EUR", "2026-11-27"], True),
        ("payment_received_1", ["Ada", "a lot", "1 March"], False),
        ("payment_received_1", ["Ada", "$12.50", "https://a.example"], False),
        ("address_changed_1", ["Ada", "1 Main Street"], True),
        ("address_changed_1", ["Ada", "ada@northbank.example"], False),
    ],
)
def test_the_values_of_a_text_of_the_library_have_types(
    desk: Desk, name: str, values: list[str], is_right: bool
) -> None:
    whole = {"name": "lib", "language": "en_US", "category": "UTILITY", "library_template_name": name}
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)[0] == 200
    given = [{"type": "text", "text": each} for each in values]
    template = {"name": "lib", "language": {"code": "en_US"}, "components": [{"type": "body", "parameters": given}]}
    status, answer = desk.post(type="template", template=template)
    assert (status == 200) is is_right
    assert is_right or answer["error"]["code"] == 132018


def test_a_text_of_the_library_is_approved_at_once(desk: Desk) -> None:
    found = desk.graph("GET", "/v23.0/message_template_library?topic=payments")[1]["data"]
    assert [each["name"] for each in found] == ["payment_received_1"]
    whole = {"name": "paid", "language": "en_US", "category": "UTILITY", "library_template_name": found[0]["name"]}
    made = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)[1]
    assert (made["status"], shown(desk, made["id"], "library_template_name")) == ("APPROVED", ("payment_received_1",))
    unknown = {**whole, "name": "other", "library_template_name": "nonsense"}
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", unknown)[0] == 400


def test_one_time_codes_in_many_languages_have_fixed_texts(desk: Desk) -> None:
    parts = [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "FOOTER", "code_expiration_minutes": 5},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]},
    ]
    whole = {"name": "code", "languages": ["en_US", "fr"], "category": "AUTHENTICATION", "components": parts}
    made = desk.graph("POST", f"/v23.0/{desk.waba_id}/upsert_message_templates", whole)[1]["data"]
    assert [(each["language"], each["status"]) for each in made] == [("en_US", "APPROVED"), ("fr", "APPROVED")]
    again = desk.graph("POST", f"/v23.0/{desk.waba_id}/upsert_message_templates", whole)[1]["data"]
    assert [each["id"] for each in again] == [each["id"] for each in made]
    asked = "category=AUTHENTICATION&languages=fr&code_expiration_minutes=5&add_security_recommendation=true"
    preview = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_template_previews?{asked}")[1]["data"][0]
    assert "5 minutes" in preview["footer"] and "partagez" in preview["body"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": "With Capitals"}, 100),
        ({"name": None}, 100),
        ({"category": "MARKETING"}, 100),
        ({"languages": ["en_US", "xx"]}, 100),
        ({"languages": []}, 100),
        ({"components": None}, 100),
        ({"components": [{"type": "BODY"}]}, 100),
        ({"components": [{"type": "BODY"}, {"type": "FOOTER", "code_expiration_minutes": "soon"}]}, 100),
        ({"message_send_ttl_seconds": 5}, 100),
        ({"name": "parcel"}, 100),
    ],
)
def test_codes_in_many_languages_are_looked_at_before_any_is_made(
    desk: Desk, changed: dict[str, Any], code: int
) -> None:
    desk.template("parcel")
    parts = [{"type": "BODY"}, {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}]
    whole = {"name": "code", "languages": ["en_US", "fr"], "category": "AUTHENTICATION", "components": parts}
    path = f"/v23.0/{desk.waba_id}/upsert_message_templates"
    status, answer = desk.graph("POST", path, {**whole, **changed})
    assert (status, answer["error"]["code"]) == (400, code)
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]
    assert [(each["name"], each["category"]) for each in listed] == [("parcel", "UTILITY")]
    assert desk.graph("POST", path, whole)[0] == 200


def test_templates_move_between_accounts_of_one_business(emulator: Emulator, desk: Desk) -> None:
    other = a_desk(emulator, access_token=desk.token)
    desk.template("moved")
    path = f"/v23.0/{other.waba_id}/migrate_message_templates?source_waba_id={desk.waba_id}"
    assert len(desk.graph("POST", path)[1]["migrated_templates"]) == 1
    assert len(desk.graph("POST", path)[1]["failed_templates"]) == 1
    assert a_desk(emulator).graph("POST", path)[1]["error"]["error_subcode"] == 33


def test_two_templates_are_compared_only_with_enough_sends(desk: Desk) -> None:
    for name in ("one", "two"):
        desk.template(name)
    one, two = (each["id"] for each in desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"])
    end = 1_790_000_000
    path = f"/v23.0/{one}/compare?template_ids={two}&end={end}&start="
    assert desk.graph("GET", f"{path}{end - 7 * 86_400}")[1]["error"]["error_subcode"] == 2593004
    assert desk.graph("GET", f"{path}{end - 86_400}")[1]["error"]["code"] == 100


@pytest.mark.parametrize(
    ("category", "right", "wrong"),
    [
        ("UTILITY", (30, 43_200, -1), (29, 43_201, 0, "soon", True)),
        ("MARKETING", (43_200, 2_592_000, -1), (43_199, 2_592_001)),
    ],
)
def test_a_time_to_live_is_within_the_range_of_its_category(
    desk: Desk, category: str, right: tuple[Any, ...], wrong: tuple[Any, ...]
) -> None:
    for index, seconds in enumerate((*right, *wrong)):
        words = body(f"Hello {{{{1}}}}, your parcel number {index} is here and waits.")
        whole = {"name": f"ttl_{index}", "language": "en_US", "category": category, "components": words}
        path = f"/v23.0/{desk.waba_id}/message_templates"
        status, answer = desk.graph("POST", path, {**whole, "message_send_ttl_seconds": seconds})
        assert status == (200 if seconds in right and seconds is not True else 400), answer
        if status == 200:
            assert shown(desk, answer["id"], "message_send_ttl_seconds") == (seconds,)


def test_what_did_not_arrive_in_its_time_is_dropped_and_nobody_is_told(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.template("quick", message_send_ttl_seconds=60)
    desk.template("slow")
    own_emulator.control("/customers", {"wa_id": desk.wa_id, "phone_on": False})
    sent = [desk.send(type="template", template=filled(name)) for name in ("quick", "slow")]
    own_emulator.control("/clock", {"advance_seconds": 61})
    own_emulator.control("/customers", {"wa_id": desk.wa_id, "phone_on": True})
    statuses = {each["id"]: each["status"] for each in desk.thread()}
    assert [statuses[each] for each in sent] == ["sent", "delivered"]


def test_marketing_may_be_switched_off_on_the_ordinary_call(desk: Desk) -> None:
    desk.template("offer", category="MARKETING")
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}", {"disable_marketing_messages_on_cloud_api": True})[0] == 200
    assert desk.post(type="template", template=filled("offer"))[1]["error"]["code"] == 131063
    whole = {"messaging_product": "whatsapp", "to": desk.wa_id, "type": "template", "template": filled("offer")}
    assert desk.graph("POST", f"/v23.0/{desk.number_id}/marketing_messages", whole)[0] == 200


def test_archived_templates_are_not_sent_come_back_and_are_deleted_in_the_end(desk: Desk, hook: Hook) -> None:
    for name in ("kept", "gone"):
        desk.template(name)
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]
    kept, gone = (next(each["id"] for each in listed if each["name"] == name) for name in ("kept", "gone"))
    path = f"/{desk.waba_id}/message_templates"
    done = desk.graph("POST", f"{path}/archive", {"hsm_ids": f"{kept},{gone},123"})
    missing = {"123": "There is no such template in this account."}
    assert done == (200, {"archived_templates": [kept, gone], "failed_templates": missing})
    assert shown(desk, kept, "status") == ("ARCHIVED",)
    assert desk.post(type="template", template=filled("kept"))[1]["error"]["code"] == 132001
    assert desk.graph("POST", f"{path}/archive", {"hsm_ids": kept})[1]["archived_templates"] == []
    back = desk.graph("POST", f"{path}/unarchive", {"hsm_ids": kept})[1]
    assert back == {"unarchived_templates": [kept], "failed_templates": {}}
    assert desk.post(type="template", template=filled("kept"))[0] == 200
    wait_until(lambda: len(told(hook, kept, "message_template_status_update")) == 2)
    events = [each["event"] for each in told(hook, kept, "message_template_status_update")]
    assert events == ["ARCHIVED", "UNARCHIVED"]
    desk.emulator.control("/clock", {"advance_seconds": 28 * 86_400 + 1})
    assert desk.graph("GET", f"/v23.0/{gone}")[0] == 400
    assert shown(desk, kept, "status") == ("APPROVED",)


def test_the_platform_archives_what_nobody_uses_also_over_a_restart(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.template("old")
    body = {"waba_id": desk.waba_id, "name": "old"}
    template = own_emulator.control("/templates/archive", body)["archived"][0]
    assert own_emulator.control("/templates/archive", body)["archived"] == []
    own_emulator.stop()
    own_emulator.start()
    assert shown(desk, template, "status") == ("ARCHIVED",)
    own_emulator.control("/clock", {"advance_seconds": 28 * 86_400 + 1})
    assert desk.graph("GET", f"/v23.0/{template}")[0] == 400


def test_ids_to_archive_are_named_and_no_other_words_stand_behind_the_list(desk: Desk) -> None:
    path = f"/v23.0/{desk.waba_id}/message_templates"
    assert desk.graph("POST", f"{path}/archive", {})[1]["error"]["code"] == 100
    assert desk.graph("POST", f"{path}/nonsense", {})[1]["error"]["error_subcode"] == 33
    assert desk.graph("GET", f"{path}/archive")[1]["error"]["error_subcode"] == 33


def test_an_account_that_is_not_verified_has_250_templates(desk: Desk) -> None:
    desk.emulator.control("/portfolios", {"waba_ids": [desk.waba_id], "verified": False})
    parts = body(BODY)
    many = [{"name": f"t{n}", "language": "en_US", "category": "UTILITY", "components": parts} for n in range(250)]
    desk.emulator.control("/templates", {"waba_id": desk.waba_id, "templates": many})
    whole = {"name": "one_more", "language": "en_US", "category": "UTILITY", "components": body(f"{BODY} Thank you.")}
    path = f"/v23.0/{desk.waba_id}/message_templates"
    assert desk.graph("POST", path, whole)[1]["error"]["error_subcode"] == 2388019
    assert desk.graph("DELETE", f"{path}?name=t1")[0] == 200
    assert desk.graph("POST", path, whole)[0] == 200


def test_the_name_of_a_deleted_one_is_free_again_after_thirty_days(desk: Desk) -> None:
    template = hand_in(desk, "gone", BODY)
    wait_until(lambda: shown(desk, template, "status") == ("APPROVED",))
    path = f"/v23.0/{desk.waba_id}/message_templates"
    assert desk.graph("DELETE", f"{path}?name=gone")[0] == 200
    whole = {"name": "gone", "language": "fr", "category": "UTILITY", "components": body(BODY)}
    assert desk.graph("POST", path, whole)[1]["error"]["error_subcode"] == 2388023
    desk.emulator.control("/clock", {"advance_seconds": 30 * 86_400 + 1})
    assert desk.graph("POST", path, whole)[0] == 200


def test_one_with_messages_on_their_way_waits_for_them_and_a_disabled_one_stays(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.template("busy")
    desk.template("bad", status="DISABLED")
    path = f"/v23.0/{desk.waba_id}/message_templates"
    template = desk.graph("GET", f"{path}?name=busy")[1]["data"][0]["id"]
    own_emulator.control("/customers", {"wa_id": desk.wa_id, "phone_on": False})
    sent = desk.send(type="template", template=filled("busy"))
    assert desk.graph("DELETE", f"{path}?name=busy")[0] == 200
    assert shown(desk, template, "status") == ("PENDING_DELETION",)
    assert desk.post(type="template", template=filled("busy"))[1]["error"]["code"] == 132001
    own_emulator.stop()
    own_emulator.start()
    own_emulator.control("/customers", {"wa_id": desk.wa_id, "phone_on": True})
    assert next(each["status"] for each in desk.thread() if each["id"] == sent) == "delivered"
    own_emulator.control("/clock", {"advance_seconds": 30 * 86_400 + 1})
    assert desk.graph("GET", f"/v23.0/{template}")[0] == 400
    assert desk.graph("DELETE", f"{path}?name=bad")[0] == 400


def test_one_that_the_platform_made_is_found_and_neither_edited_nor_deleted(desk: Desk) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/direct-send", {"state": "enabled"})
    desk.send(type="text", text={"body": "Your parcel is ready"}, category="utility")
    desk.template("own")
    path = f"/v23.0/{desk.waba_id}/message_templates"
    made = desk.graph("GET", f"{path}?source=AUTO_GENERATED")[1]["data"]
    assert [each["name"].startswith("auto_generated_") for each in made] == [True]
    edited = desk.graph("POST", f"/v23.0/{made[0]['id']}", {"components": body(BODY)})
    assert edited[1]["error"]["error_subcode"] == 2388318
    assert desk.graph("DELETE", f"{path}?name={made[0]['name']}")[1]["error"]["error_subcode"] == 2388330
    desk.emulator.control("/templates/quality", {"name": "own", "score": "YELLOW"})
    found = desk.graph("GET", f"{path}?quality_score=YELLOW")[1]["data"]
    assert [each["name"] for each in found] == ["own"]
    health = desk.graph("GET", f"/v23.0/{found[0]['id']}?fields=health_status")[1]["health_status"]
    assert health["entities"][0]["entity_type"] == "MESSAGE_TEMPLATE"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("status=APPROVED", {"good", "sale"}),
        ('status=["APPROVED","DISABLED"]&language=["en_US"]', {"good", "bad", "sale"}),
        ("status=disabled,paused", {"bad"}),
        ("category=marketing&status=APPROVED,REJECTED", {"sale"}),
        ("quality_score=GREEN,RED", set()),
        ('quality_score=["UNKNOWN","RED"]', {"good", "bad", "sale"}),
        ("status=ALL", {"good", "bad", "sale"}),
    ],
)
def test_templates_are_filtered_by_one_value_or_any_of_several(desk: Desk, asked: str, names: set[str]) -> None:
    desk.template("good")
    desk.template("bad", status="DISABLED")
    desk.template("sale", category="MARKETING")
    asked = quote(asked, safe="=&")
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?fields=name&{asked}")[1]["data"]
    assert {each["name"] for each in listed} == names


def test_what_is_missing_from_a_template_is_told_in_the_words_of_management(desk: Desk) -> None:
    path = f"/v23.0/{desk.waba_id}/message_templates"
    error = desk.graph("POST", path, {"name": "x", "category": "UTILITY", "components": body(BODY)})[1]["error"]
    assert (error["code"], error["message"]) == (100, "(#100) The parameter language is required.")
