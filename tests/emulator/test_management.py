"""The calls around a number and its account: what is written is read again, and what is wrong is refused."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from parley_emulator.ids import APP_ID, business_id
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, Emulator, Hook, wait_until

DAY = 86_400
MESSAGING = {"messaging_product": "whatsapp"}


def code_of(answer: tuple[int, Any]) -> int:
    return int(answer[1].get("error", {}).get("code", 0))


def a_new_number(desk: Desk, phone: str, **more: Any) -> str:
    body = {"cc": "49", "phone_number": phone, "verified_name": "Northbank Berlin", **more}
    status, answer = desk.graph("POST", f"/v23.0/{desk.waba_id}/phone_numbers", body)
    assert status == 200, answer
    return str(answer["id"])


def test_a_new_number_is_verified_registered_and_sends(desk: Desk, hook: Hook) -> None:
    node = a_new_number(desk, "30 901820")
    path = f"/v23.0/{node}"
    shown = desk.graph("GET", f"{path}?fields=status,code_verification_status,display_phone_number,country_code")[1]
    assert (shown["status"], shown["code_verification_status"], shown["country_code"]) == (
        "PENDING",
        "NOT_VERIFIED",
        "DE",
    )
    assert shown["display_phone_number"] == "+49 30 901820"
    assert code_of(desk.graph("POST", f"{path}/register", {**MESSAGING, "pin": "111111"})) == 133006
    assert code_of(desk.graph("POST", f"{path}/verify_code", {"code": "123456"})) == 136025, "none was asked for"
    assert desk.graph("POST", f"{path}/request_code?code_method=sms&language=en_US")[0] == 200
    assert code_of(desk.graph("POST", f"{path}/verify_code?code=654321")) == 136025
    assert desk.graph("POST", f"{path}/verify_code?code=123456")[1] == {"success": True, "id": node}
    assert code_of(desk.graph("POST", f"{path}/request_code", {"code_method": "SMS", "language": "en_US"})) == 136024
    assert desk.graph("POST", f"{path}/register/", {**MESSAGING, "pin": "111111"})[1] == {"success": True}
    shown = desk.graph("GET", f"{path}?fields=status,platform_type,is_pin_enabled")[1]
    assert shown == {"status": "CONNECTED", "platform_type": "CLOUD_API", "is_pin_enabled": True, "id": node}
    hello = {**MESSAGING, "to": desk.wa_id, "text": {"body": "Hi"}}
    assert code_of(desk.graph("POST", f"{path}/messages", hello)) == 131047, "registered, but nobody wrote"
    assert code_of(desk.graph("POST", f"/v23.0/{desk.waba_id}/phone_numbers", {"phone_number": "12"})) == 100


def test_the_pin_is_the_number_s_own_and_can_not_be_guessed(desk: Desk, emulator: Emulator, hook: Hook) -> None:
    path = f"/v23.0/{desk.number_id}"
    assert desk.graph("POST", path, {"pin": "212834"})[1] == {"success": True}
    news = {"display_phone_number": desk.digits, "event": "PIN_CHANGED"}
    wait_until(lambda: [each for each in list(hook.changes) if each["value"] == news])
    assert desk.graph("POST", path, {"pin": "212834"})[1] == {"success": True}
    assert code_of(desk.graph("POST", path, {"pin": "21283"})) == 100
    wrong = {**MESSAGING, "pin": "000000"}
    assert [code_of(desk.graph("POST", f"{path}/register", wrong)) for _ in range(6)] == [*[133005] * 5, 133008]
    emulator.control("/clock", {"advance_seconds": 3_601})
    right = {**MESSAGING, "pin": "212834"}
    codes = [code_of(desk.graph("POST", f"{path}/register", right)) for _ in range(5)]
    assert codes == [0, 0, 0, 0, 133016], "ten in 72 hours"
    emulator.control("/clock", {"advance_seconds": 73 * 3_600})
    assert desk.graph("POST", f"{path}/deregister")[1] == {"success": True}
    shown = desk.graph("GET", f"{path}?fields=status,platform_type")[1]
    assert (shown["status"], shown["platform_type"]) == ("DISCONNECTED", "NOT_APPLICABLE")
    assert code_of(desk.graph("POST", f"{path}/deregister")) == 133010, "it is not registered any more"
    assert desk.graph("POST", f"{path}/register", right)[0] == 200
    assert desk.graph("GET", f"{path}?fields=status")[1]["status"] == "CONNECTED"
    emulator.control("/clock", {"reset": True})


def test_a_qr_code_is_made_changed_listed_and_taken_away(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/message_qrdls"
    made = desk.graph("POST", path, {"prefilled_message": "Hello", "generate_qr_image": "svg"})[1]
    assert len(made["code"]) == 14 and made["qr_image_url"].endswith(".svg")
    assert made["deep_link_url"] == f"https://wa.me/message/{made['code']}"
    changed = desk.graph("POST", path, {"code": made["code"], "prefilled_message": "Good day"})[1]
    assert (changed["code"], changed["prefilled_message"]) == (made["code"], "Good day")
    assert [each["code"] for each in desk.graph("GET", path)[1]["data"]] == [made["code"]]
    assert desk.graph("GET", f"{path}/{made['code']}?fields=code")[1] == {"data": [{"code": made["code"]}]}
    assert code_of(desk.graph("POST", path, {"prefilled_message": "x" * 141})) == 131009
    assert desk.graph("DELETE", f"{path}/{made['code']}")[1] == {"success": True}
    assert code_of(desk.graph("GET", f"{path}/{made['code']}")) == 100


def test_whoever_scans_a_qr_code_sends_what_is_written_there(desk: Desk, emulator: Emulator, hook: Hook) -> None:
    made = desk.graph("POST", f"/v23.0/{desk.number_id}/message_qrdls", {"prefilled_message": "I saw your poster"})[1]
    sent = emulator.control(f"/customers/{desk.wa_id}/codes", {"code": made["code"]})["id"]
    assert hook.wait_for_message(desk.wa_id, sent)["text"]["body"] == "I saw your poster"
    desk.graph("DELETE", f"/v23.0/{desk.number_id}/message_qrdls/{made['code']}")
    assert emulator.call("POST", f"/control/customers/{desk.wa_id}/codes", {"code": made["code"]})[0] == 404


def test_ice_breakers_and_commands_come_as_json_or_as_text_with_json(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/conversational_automation"
    commands = '[{"command_name":"hours","command_description":"When we are open"}]'
    assert desk.graph("POST", f"{path}?enable_welcome_message=TRUE", {"commands": commands})[0] == 200
    assert desk.graph("POST", path, {"prompts": ["Where is my parcel?"], "commands": None})[0] == 200
    shown = desk.graph("GET", f"/v23.0/{desk.number_id}?fields=conversational_automation{{prompts,commands}}")[1]
    assert shown["conversational_automation"]["prompts"] == ["Where is my parcel?"]
    assert shown["conversational_automation"]["commands"][0]["command_name"] == "hours"
    assert "enable_welcome_message" not in shown["conversational_automation"], "not asked for"
    bot = desk.graph("GET", f"/v23.0/{shown['conversational_automation']['id']}")[1]
    assert bot["enable_welcome_message"] is True
    assert code_of(desk.graph("POST", path, {"prompts": ["a"] * 5})) == 100
    assert code_of(desk.graph("POST", path, {"prompts": ["hi 🎉"]})) == 100


def test_settings_are_taken_in_any_case_and_keep_what_is_not_named(desk: Desk, hook: Hook) -> None:
    path = f"/v23.0/{desk.number_id}/settings"
    assert desk.graph("POST", path, {"calling": {"status": "ENABLED", "call_icon_visibility": None}})[0] == 200
    assert desk.graph("POST", path, {"user_identity_change": {"enable_identity_key_check": True}})[0] == 200
    shown = desk.graph("GET", path)[1]
    assert (shown["calling"]["status"], shown["calling"]["call_icon_visibility"]) == ("enabled", "DEFAULT")
    assert shown["user_identity_change"] == {"enable_identity_key_check": True}
    assert code_of(desk.graph("POST", path, {"calling": {"status": "perhaps"}})) == 100
    wait_until(lambda: any(change["field"] == "account_settings_update" for change in list(hook.changes)))


def test_commerce_settings_in_the_query_and_the_profile_under_its_own_id(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}"
    before = desk.graph("GET", f"{path}/whatsapp_commerce_settings")[1]["data"][0]
    assert (before["is_cart_enabled"], before["is_catalog_visible"]) == (True, False)
    desk.graph("POST", f"{path}/whatsapp_commerce_settings?is_catalog_visible=true")
    after = desk.graph("GET", f"{path}/whatsapp_commerce_settings")[1]["data"][0]
    assert (after["is_cart_enabled"], after["is_catalog_visible"]) == (True, True)
    desk.graph("POST", f"{path}/whatsapp_business_profile", {**MESSAGING, "about": "A bank", "vertical": "finance"})
    own = desk.graph("GET", f"{path}/whatsapp_business_profile?fields=id,vertical")[1]["data"][0]
    assert own["vertical"] == "FINANCE"
    desk.graph("POST", f"/v23.0/{own['id']}", {**MESSAGING, "email": "help@northbank.example"})
    assert desk.graph("GET", f"/v23.0/{own['id']}?fields=email,about")[1]["about"] == "A bank"
    wrong = {**MESSAGING, "vertical": "PIRACY"}
    assert code_of(desk.graph("POST", f"{path}/whatsapp_business_profile", wrong)) == 100


def test_user_names_are_nobody_elses_and_are_told(desk: Desk, emulator: Emulator, hook: Hook) -> None:
    path, name = f"/v23.0/{desk.number_id}/username", f"north.bank{desk.number_id[-4:]}"
    assert desk.graph("POST", path, {"username": name})[1] == {"success": True, "status": "approved"}
    assert desk.graph("GET", path)[1] == {"username": name, "status": "approved"}
    other = a_desk(emulator)
    assert code_of(other.graph("POST", f"/v23.0/{other.number_id}/username", {"username": name})) == 147001
    for bad in ("ab", "1234", "www.bank", "a..b", ".abc", "bank.com", "x" * 36):
        assert code_of(desk.graph("POST", path, {"username": bad})) == 147002, bad
    assert desk.graph("GET", f"{path}_suggestions")[1]["data"][0]["username_suggestions"]
    assert desk.graph("DELETE", path)[1] == {"success": True} and desk.graph("GET", path)[1] == {}
    wait_until(lambda: told_of(hook, name) == ["approved", "deleted"])


def told_of(hook: Hook, name: str) -> list[str]:
    return [each["value"]["status"] for each in list(hook.changes) if each["value"].get("username") == name]


def test_a_user_name_waits_for_the_display_name(desk: Desk, emulator: Emulator, hook: Hook) -> None:
    node, name = a_new_number(desk, "30 901821", verified_name="ALL CAPITALS"), f"capitals{desk.number_id[-4:]}"
    path = f"/v23.0/{node}/username"
    wait_until(lambda: desk.graph("GET", f"/v23.0/{node}?fields=name_status")[1]["name_status"] == "DECLINED")
    assert desk.graph("POST", path, {"username": name})[1] == {"success": True, "status": "reserved"}
    emulator.control(f"/numbers/{node}/name", {"decision": "APPROVED"})
    assert desk.graph("GET", path)[1]["status"] == "approved"
    wait_until(lambda: told_of(hook, name) == ["reserved", "approved"])


def test_a_user_name_moves_within_a_portfolio_only_by_force(desk: Desk, emulator: Emulator) -> None:
    node, name = a_new_number(desk, "30 901822"), f"moving{desk.number_id[-4:]}"
    own, other = f"/v23.0/{desk.number_id}/username", f"/v23.0/{node}/username"
    desk.graph("POST", own, {"username": name})
    assert code_of(desk.graph("POST", other, {"username": name, "transfer_action": "none"})) == 147001
    assert code_of(desk.graph("POST", other, {"username": name, "transfer_action": "steal"})) == 100
    assert desk.graph("POST", other, {"username": name, "transfer_action": "force_transfer"})[0] == 200
    assert desk.graph("GET", own)[1] == {} and desk.graph("GET", other)[1]["username"] == name
    stranger = a_desk(emulator)
    body = {"username": name, "transfer_action": "force_transfer"}
    assert code_of(stranger.graph("POST", f"/v23.0/{stranger.number_id}/username", body)) == 147001


def test_numbers_are_filtered_as_the_documentation_writes_it(desk: Desk, emulator: Emulator) -> None:
    emulator.control(f"/numbers/{desk.number_id}/test", {"on": True})
    live = a_new_number(desk, "30 901823")
    path = f"/v23.0/{desk.waba_id}/phone_numbers?fields=id&filtering="
    wanted = "[{'field':'account_mode','operator':'EQUAL','value':'SANDBOX'}]"
    found = desk.graph("GET", path + quote(wanted))[1]["data"]
    assert [each["id"] for each in found] == [desk.number_id]
    others = json.dumps([{"field": "id", "operator": "NOT_IN", "value": [desk.number_id]}])
    assert [each["id"] for each in desk.graph("GET", path + quote(others))[1]["data"]] == [live]
    assert code_of(desk.graph("GET", path + quote('[{"field":"mood","operator":"EQUAL","value":"x"}]'))) == 100
    assert code_of(desk.graph("GET", path + "nonsense")) == 100


def test_a_profile_picture_is_an_upload_of_a_picture(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/whatsapp_business_profile"
    assert code_of(desk.graph("POST", path, {**MESSAGING, "profile_picture_handle": "4::aW"})) == 100
    video = desk.sample("video/mp4")
    assert code_of(desk.graph("POST", path, {**MESSAGING, "profile_picture_handle": video})) == 100
    picture = desk.sample("image/png")
    assert desk.graph("POST", path, {**MESSAGING, "profile_picture_handle": picture})[1] == {"success": True}
    assert desk.graph("GET", f"{path}?fields=profile_picture_url")[1]["data"][0]["profile_picture_url"]


def test_accounts_show_nested_fields_and_refuse_unknown_ones(desk: Desk) -> None:
    path = f"/v23.0/{desk.waba_id}"
    assert desk.graph("POST", path, {"name": "Northbank Europe", "timezone_id": "16"})[1] == {"success": True}
    shown = desk.graph("GET", f"{path}?fields=name,timezone_id,owner_business_info{{id}},phone_numbers.limit(1){{id}}")[
        1
    ]
    assert shown == {
        "name": "Northbank Europe",
        "timezone_id": "16",
        "owner_business_info": {"id": business_id(desk.waba_id)},
        "phone_numbers": {"data": [{"id": desk.number_id}]},
        "id": desk.waba_id,
    }
    status, answer = desk.graph("GET", f"{path}?fields=name,colour")
    assert (status, answer["error"]["code"]) == (400, 100) and "(colour)" in answer["error"]["message"]
    assert code_of(desk.graph("GET", f"{path}?fields=phone_numbers{{id")) == 100
    desk.graph("POST", path, {"is_enabled_for_insights": True})
    assert code_of(desk.graph("POST", path, {"is_enabled_for_insights": False})) == 200006
    assert desk.graph("GET", f"{path}/activities")[1]["data"][0]["activity_type"] == "ACCOUNT_UPDATED"


def test_tokens_tell_what_they_are_and_lack_what_was_taken(desk: Desk, emulator: Emulator) -> None:
    debug = desk.graph("GET", f"/v23.0/debug_token?input_token={desk.token}")[1]["data"]
    assert debug["is_valid"] and debug["granular_scopes"][0]["target_ids"] == [desk.waba_id]
    assert desk.graph("GET", "/v23.0/me")[1]["id"] == debug["user_id"]
    assert not desk.graph("GET", "/v23.0/debug_token?input_token=wrong")[1]["data"]["is_valid"]
    emulator.control("/tokens", {"access_token": desk.token, "scopes": ["whatsapp_business_messaging"]})
    status, answer = desk.graph("GET", f"/v23.0/{desk.waba_id}")
    assert (status, answer["error"]["code"]) == (403, 200)
    emulator.control("/tokens", {"access_token": desk.token, "scopes": ["whatsapp_business_management"]})
    assert code_of(desk.post(text={"body": "Hi"})) == 10
    assert desk.graph("GET", f"/v23.0/{desk.waba_id}")[0] == 200


def test_codes_of_sign_up_and_secrets_become_tokens(desk: Desk, emulator: Emulator) -> None:
    code = emulator.control("/codes", {"phone_number_id": desk.number_id})["code"]
    path = f"/v23.0/oauth/access_token?client_id={APP_ID}&client_secret={SECRET}"
    assert emulator.call("GET", f"{path}&code={code}")[1]["access_token"] == desk.token
    assert code_of(emulator.call("GET", f"{path}&code={code}")) == 100, "used"
    application = emulator.call("GET", f"{path}&grant_type=client_credentials")[1]["access_token"]
    assert application == f"{APP_ID}|{SECRET}"
    assert emulator.call("GET", f"/v23.0/{APP_ID}?access_token={application}")[1]["id"] == APP_ID
    assert emulator.call("GET", path.replace(SECRET, "wrong"))[0] == 400


def test_management_calls_are_counted_and_too_many_are_refused(desk: Desk, emulator: Emulator) -> None:
    desk.set_number(registered=False)
    path = f"/v23.0/{desk.waba_id}/phone_numbers"
    codes = [code_of(desk.graph("GET", path)) for _ in range(201)]
    assert codes == [*[0] * 200, 80007], "an account without a registered number has 200 an hour"
    emulator.control("/clock", {"advance_seconds": 3_601})
    assert desk.graph("GET", path)[0] == 200
    emulator.control("/clock", {"reset": True})


def test_a_file_comes_in_parts_and_ends_with_a_handle(desk: Desk) -> None:
    query = "file_name=a.png&file_length=10&file_type=image/png"
    session = desk.graph("POST", f"/v23.0/{APP_ID}/uploads?{query}")[1]["id"]
    first = desk.emulator.call("POST", f"/v23.0/{session}", b"01234", desk.token, {"file_offset": "0"})[1]
    assert first == {"id": session, "file_offset": 5}
    assert code_of(desk.emulator.call("POST", f"/v23.0/{session}", b"56789", desk.token, {"file_offset": "0"})) == 100
    assert desk.graph("GET", f"/v23.0/{session}")[1]["file_offset"] == 5
    last = desk.emulator.call("POST", f"/v23.0/{session}", b"56789", desk.token, {"file_offset": "5"})[1]
    assert last["h"].startswith("4::")


def test_users_are_assigned_and_find_their_accounts(desk: Desk) -> None:
    path, user = f"/v23.0/{desk.waba_id}/assigned_users", f"23{desk.number_id}"
    body = f"user={user}&tasks=MANAGE&tasks=VIEW_INSIGHTS".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert desk.emulator.call("POST", path, body, desk.token, headers)[1] == {"success": True}
    shown = desk.graph("GET", f"{path}?business={business_id(desk.waba_id)}")[1]
    assert (shown["data"][0]["tasks"], shown["summary"]) == (["MANAGE", "VIEW_INSIGHTS"], {"total_count": 1})
    accounts = desk.graph("GET", f"/v23.0/{user}/assigned_whatsapp_business_accounts")[1]["data"]
    assert [each["id"] for each in accounts] == [desk.waba_id]
    assert code_of(desk.graph("GET", path)) == 100, "the business must be named"
    assert desk.graph("DELETE", path, {"user": user})[1] == {"success": True}


@pytest.mark.parametrize("answer", ["accept", "reject"])
def test_a_solution_lives_from_its_offer_to_its_end(desk: Desk, answer: str) -> None:
    body = {
        "solution_name": "Together",
        "partner_app_id": "42",
        "owner_permissions": ["MESSAGING"],
        "partner_permissions": [],
    }
    solution = desk.graph("POST", f"/v23.0/{APP_ID}/whatsapp_business_solution", body)[1]["solution_id"]
    path = f"/v23.0/{solution}"
    assert desk.graph("GET", path)[1]["status_for_pending_request"] == "PENDING_ACTIVATION"
    assert code_of(desk.graph("GET", f"{path}/access_token?business_id={business_id(desk.waba_id)}")) == 100
    named = {"partner_app_id": "42", "request_type": "PARTNERSHIP_REQUEST"}
    assert desk.graph("POST", f"{path}/{answer}", named)[1]["success"] is True
    if answer == "reject":
        assert desk.graph("GET", path)[1]["status"] == "REJECTED"
        return
    token = desk.graph("GET", f"{path}/access_token?business_id={business_id(desk.waba_id)}")[1]
    assert token["access_token"] == desk.token
    assert desk.graph("POST", f"{path}/send_deactivation_request", {})[1]["success"] is True
    assert desk.graph("POST", f"{path}/accept_deactivation_request", {})[1]["status"] == "DEACTIVATED"
    assert code_of(desk.graph("POST", f"{path}/accept_deactivation_request", {})) == 100


def test_a_number_verified_before_is_given_to_an_account(desk: Desk) -> None:
    business = business_id(desk.waba_id)
    node = desk.graph("POST", f"/v23.0/{business}/add_phone_numbers", {"phone_number": "+49 30 901821"})[1]["id"]
    early = {"preverified_id": node, "verified_name": "Northbank"}
    assert code_of(desk.graph("POST", f"/v23.0/{desk.waba_id}/phone_numbers", early)) == 100
    desk.graph("POST", f"/v23.0/{node}/request_code", {"code_method": "VOICE", "language": "de_DE"})
    assert desk.graph("POST", f"/v23.0/{node}/verify_code", {"code": "123456"})[0] == 200
    number = a_new_number(desk, "", preverified_id=node)
    shown = desk.graph("GET", f"/v23.0/{number}?fields=is_preverified_number,code_verification_status")[1]
    assert (shown["is_preverified_number"], shown["code_verification_status"]) == (True, "VERIFIED")
    assert desk.graph("GET", f"/v23.0/{business}/preverified_numbers")[1]["data"] == []
