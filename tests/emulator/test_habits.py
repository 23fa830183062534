"""How the real platform reads what clients send, and what it says to what they ask for (reference 1.1, 1.3, 1.5, 9)."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until
from tests.emulator.test_calls import enable

TEXT: dict[str, Any] = {"type": "text", "text": {"body": "Hi"}}


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("application/json", 0),
        ("application/json; charset=utf-8", 0),
        ("", 0),
        ("text/plain", 100),
        ("text/plain; charset=utf-8", 100),
        ("application/x-www-form-urlencoded", 100),
    ],
)
def test_json_is_read_where_it_is_called_so(open_desk: Desk, kind: str, code: int) -> None:
    body = json.dumps({"messaging_product": "whatsapp", "to": open_desk.wa_id, **TEXT}).encode()
    headers = {"Content-Type": kind} if kind else {}
    path = f"/v23.0/{open_desk.number_id}/messages"
    status, answer = open_desk.emulator.call("POST", path, body, open_desk.token, headers)
    assert (status, answer.get("error", {}).get("code", 0)) == (400 if code else 200, code)


@pytest.mark.parametrize("product", ["whatsapp", "WHATSAPP", "WhatsApp"])
def test_names_out_of_a_list_are_read_in_either_case(open_desk: Desk, product: str) -> None:
    assert open_desk.post(**TEXT, messaging_product=product)[0] == 200
    wrote = open_desk.write()
    assert open_desk.post(messaging_product=product, status="READ", message_id=wrote, to=None)[0] == 200
    path = f"/v23.0/{open_desk.number_id}/whatsapp_business_profile"
    assert open_desk.graph("POST", path, {"messaging_product": product, "about": "Tea"})[0] == 200


def test_null_is_as_good_as_nothing_where_a_field_may_be_left_out(open_desk: Desk) -> None:
    replies = {"buttons": [{"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]}
    asked = {"type": "button", "body": {"text": "Fits?"}, "action": replies}
    for more, code in (
        ({"footer": None, "header": None}, 0),
        ({"footer": {"text": None}}, 0),
        ({"footer": {}}, 131008),
        ({"footer": {"text": 7}}, 100),
    ):
        answer = open_desk.post(type="interactive", interactive={**asked, **more})[1]
        assert answer.get("error", {}).get("code", 0) == code
    for context, code in (({"message_id": None}, 0), ({}, 131009), ({"message_id": 7}, 131009)):
        assert open_desk.post(**TEXT, context=context)[1].get("error", {}).get("code", 0) == code


@pytest.mark.parametrize("minutes", ["abc", "1.5", "true", "0x5", "91", "-1"])
def test_a_number_that_is_none_is_a_wrong_parameter(desk: Desk, minutes: str) -> None:
    path = f"/v23.0/{desk.waba_id}/message_template_previews?category=AUTHENTICATION&code_expiration_minutes="
    assert desk.graph("GET", f"{path}{minutes}")[1]["error"]["code"] == 100
    assert desk.graph("GET", f"{path}5")[0] == 200


@pytest.mark.parametrize("to", ["abc", "12", "+", "1e10", "+1 (555"])
def test_what_is_no_telephone_number_is_a_wrong_value(open_desk: Desk, to: str) -> None:
    assert open_desk.post(**TEXT, to=to)[1]["error"]["code"] == 131009
    body = {"messaging_product": "whatsapp", "to": to, "action": "connect"}
    call = {**body, "session": {"sdp_type": "offer", "sdp": "v=0"}}
    assert open_desk.graph("POST", f"/v23.0/{open_desk.number_id}/calls", call)[1]["error"]["code"] == 131009


def test_a_person_may_be_shown_what_is_wrong_with_a_call_of_management(desk: Desk) -> None:
    desk.template("parcel")
    parts = [{"type": "BODY", "text": "Your parcel is here."}]
    whole = {"name": "parcel", "language": "en_US", "category": "UTILITY", "components": parts}
    error = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)[1]["error"]
    assert error["error_subcode"] == 2388024 and "already" in error["error_user_msg"] and error["error_user_title"]
    assert "error_user_title" not in desk.post(**TEXT)[1]["error"]


@pytest.mark.parametrize("version", ["/v23.0", "/v25.0", ""])
def test_the_next_page_is_of_the_same_version(desk: Desk, version: str) -> None:
    for index in range(3):
        desk.template(f"parcel_{index}")
    answer = desk.graph("GET", f"{version}/{desk.waba_id}/message_templates?limit=2")[1]
    base = f"http://127.0.0.1:{desk.emulator.port}"
    address = answer["paging"]["next"]
    assert address.startswith(f"{base}{version}/{desk.waba_id}/message_templates?")
    rest = desk.graph("GET", address.removeprefix(base))[1]
    assert [each["name"] for each in rest["data"]] == ["parcel_2"]
    assert rest["paging"]["previous"].startswith(f"{base}{version}/")


def test_a_page_before_another_has_nothing_of_it(desk: Desk) -> None:
    for index in range(4):
        desk.template(f"parcel_{index}")
    path = f"/v23.0/{desk.waba_id}/message_templates"
    first = desk.graph("GET", f"{path}?limit=1")[1]
    middle = desk.graph("GET", f"{path}?limit=2&after={first['paging']['cursors']['after']}")[1]
    back = desk.graph("GET", f"{path}?limit=2&before={middle['paging']['cursors']['before']}")[1]
    assert back["data"] == first["data"] and "previous" not in back["paging"]
    following = back["paging"]["next"]
    assert desk.graph("GET", following[following.index("/v23.0") :])[1]["data"] == middle["data"]
    assert desk.graph("GET", f"{path}?after=YXQ6LTE")[1]["error"]["code"] == 131059


def test_a_field_that_is_not_there_is_refused(desk: Desk) -> None:
    path = f"/v23.0/{desk.waba_id}"
    assert desk.graph("GET", f"{path}/message_templates?fields=name,shoe_size")[1]["error"]["code"] == 100
    desk.template("parcel")
    template = desk.graph("GET", f"{path}/message_templates")[1]["data"][0]["id"]
    flow = desk.graph("POST", f"{path}/flows", {"name": "visit", "categories": ["OTHER"]})[1]["id"]
    profile = f"{desk.number_id}/whatsapp_business_profile"
    for node, known in (
        (f"{desk.waba_id}/message_templates", "name,status,quality_score,rejected_reason,health_status"),
        (template, "name,health_status,sub_category,degrees_of_freedom_spec"),
        (profile, "about,address,description,email,profile_picture_url,websites,vertical"),
        (flow, "name,json_version,preview.invalidate(false),health_status"),
        (f"{desk.waba_id}/flows", "id,name,validation_errors"),
    ):
        assert desk.graph("GET", f"/v23.0/{node}?fields={known}")[0] == 200, known
        error = desk.graph("GET", f"/v23.0/{node}?fields={known},shoe_size")[1]["error"]
        assert error["code"] == 100 and "shoe_size" in error["message"]


def test_a_closed_window_is_told_afterwards_where_a_test_wants_it(desk: Desk, hook: Hook) -> None:
    path = f"/accounts/{desk.waba_id}/window"
    desk.emulator.control(path, {"late": True})
    failed = hook.wait_for(desk.send(**TEXT), "failed")
    assert failed["errors"][0]["code"] == 131047
    desk.write()
    hook.wait_for(desk.send(**TEXT), "delivered")
    desk.emulator.control(path, {"late": False})
    desk.emulator.control("/clock", {"advance_seconds": 86_401})
    assert desk.post(**TEXT)[1]["error"]["code"] == 131047
    desk.emulator.control("/clock", {"reset": True})


def test_some_businesses_may_not_write_to_some_countries(open_desk: Desk) -> None:
    path = f"/accounts/{open_desk.waba_id}/barred-countries"
    open_desk.emulator.control(path, {"countries": ["us"]})
    status, answer = open_desk.post(**TEXT)
    assert (status, answer["error"]["code"]) == (403, 130497)
    open_desk.emulator.control(path, {"countries": ["DE"]})
    assert open_desk.post(**TEXT)[0] == 200
    open_desk.emulator.control(path, {"countries": []})


def test_calls_wait_for_the_payment_method(desk: Desk) -> None:
    enable(desk)
    begun = {"messaging_product": "whatsapp", "to": desk.wa_id, "action": "connect"}
    body = {**begun, "session": {"sdp_type": "offer", "sdp": "v=0"}}
    for problem, code in ((True, 131044), (False, 138006)):
        desk.emulator.control(f"/accounts/{desk.waba_id}/payment", {"problem": problem})
        assert desk.graph("POST", f"/v23.0/{desk.number_id}/calls", body)[1]["error"]["code"] == code


def test_the_call_for_marketing_takes_templates_that_are_settled(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/marketing_messages"
    body = {"messaging_product": "whatsapp", "to": desk.wa_id}
    assert desk.graph("POST", path, {**body, **TEXT})[1]["error"]["code"] == 131055
    parts = [{"type": "BODY", "text": "Spring is here, and so are our teas."}]
    made = {"name": "spring", "language": "en_US", "category": "MARKETING", "components": parts}
    template = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", made)[1]["id"]
    wait_until(lambda: desk.graph("GET", f"/v23.0/{template}?fields=status")[1]["status"] == "APPROVED")
    sent = {**body, "type": "template", "template": {"name": "spring", "language": {"code": "en_US"}}}
    assert desk.graph("POST", path, sent)[1]["error"]["code"] == 134101
    desk.emulator.control("/clock", {"advance_seconds": 601})
    assert desk.graph("POST", path, sent)[0] == 200
    desk.emulator.control("/clock", {"reset": True})


def test_what_a_customer_sends_is_lost_above_a_hundred_megabytes(open_desk: Desk, hook: Hook) -> None:
    kind = {"Content-Type": "video/mp4"}
    media = open_desk.emulator.call("POST", "/control/media", b"0" * ((100 << 20) + 1), headers=kind)[1]["id"]
    told = hook.wait_for_message(open_desk.wa_id, open_desk.write(type="video", video={"id": media}))
    assert (told["type"], [each["code"] for each in told["errors"]]) == ("unsupported", [131052])


def test_a_message_may_stand_in_the_address(open_desk: Desk) -> None:
    told = {"messaging_product": "whatsapp", "to": open_desk.wa_id, "type": "text", "text": '{"body":"Hello"}'}
    status, answer = open_desk.graph("POST", f"/v23.0/{open_desk.number_id}/messages?{urlencode(told)}")
    assert status == 200, answer
    assert open_desk.thread()[-1]["text"] == {"body": "Hello"}
