"""Each documented limit of a call on a number (reference 4.5 to 4.9, 12.1): just inside it, and just over it."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator

PROFILE, AUTOMATION, CODES = "whatsapp_business_profile", "conversational_automation", "message_qrdls"
LINK = "https://example.com/"
INSIDE_AND_OVER: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "about": (PROFILE, {"about": "x" * 139}, {"about": "x" * 140}),
    "about at least one": (PROFILE, {"about": "x"}, {"about": ""}),
    "address": (PROFILE, {"address": "x" * 256}, {"address": "x" * 257}),
    "description": (PROFILE, {"description": "x" * 512}, {"description": "x" * 513}),
    "email": (PROFILE, {"email": "a@b.example".rjust(128, "x")}, {"email": "a@b.example".rjust(129, "x")}),
    "websites": (PROFILE, {"websites": [LINK] * 2}, {"websites": [LINK] * 3}),
    "website": (PROFILE, {"websites": [LINK.ljust(256, "x")]}, {"websites": [LINK.ljust(257, "x")]}),
    "website with http": (PROFILE, {"websites": ["http://example.com"]}, {"websites": ["example.com"]}),
    "vertical": (PROFILE, {"vertical": "ONLINE_GAMBLING"}, {"vertical": "BANK"}),
    "ice breakers": (AUTOMATION, {"prompts": ["Hours?"] * 4}, {"prompts": ["Hours?"] * 5}),
    "ice breaker": (AUTOMATION, {"prompts": ["x" * 80]}, {"prompts": ["x" * 81]}),
    "ice breaker without emoji": (AUTOMATION, {"prompts": ["Hours"]}, {"prompts": ["Hours 👍"]}),
    "commands": (
        AUTOMATION,
        {"commands": [{"command_name": f"c{each}", "command_description": "d"} for each in range(30)]},
        {"commands": [{"command_name": f"c{each}", "command_description": "d"} for each in range(31)]},
    ),
    "command": (
        AUTOMATION,
        {"commands": [{"command_name": "x" * 32, "command_description": "d"}]},
        {"commands": [{"command_name": "x" * 33, "command_description": "d"}]},
    ),
    "hint": (
        AUTOMATION,
        {"commands": [{"command_name": "x", "command_description": "d" * 256}]},
        {"commands": [{"command_name": "x", "command_description": "d" * 257}]},
    ),
    "prefilled text": (CODES, {"prefilled_message": "x" * 140}, {"prefilled_message": "x" * 141}),
    "picture of a code": (
        CODES,
        {"prefilled_message": "x", "generate_qr_image": "PNG"},
        {"prefilled_message": "x", "generate_qr_image": "GIF"},
    ),
    "pin": ("", {"pin": "123456"}, {"pin": "12345"}),
    "pin of digits": ("", {"pin": "654321"}, {"pin": "abcdef"}),
}
USERNAMES = {
    "abc": True,
    "x" * 35: True,
    "a1._b": True,
    "ab": False,
    "x" * 36: False,
    "123": False,
    ".abc": False,
    "abc.": False,
    "a..b": False,
    "wwwabc": False,
    "northbank.com": False,
    "a-b-c": False,
}


@pytest.mark.parametrize("name", INSIDE_AND_OVER)
def test_a_value_is_taken_up_to_its_limit(desk: Desk, name: str) -> None:
    edge, inside, over = INSIDE_AND_OVER[name]
    path = f"/v23.0/{desk.number_id}/{edge}".rstrip("/")
    for body, wanted in ((inside, 200), (over, 400)):
        status, answer = desk.graph("POST", path, {"messaging_product": "whatsapp", **body})
        assert status == wanted, answer
        if wanted == 400:
            assert answer["error"]["code"] in {100, 131009}
            changed = next(name for name in over if over[name] != inside.get(name))
            assert changed.split("_")[0].removesuffix("s") in answer["error"]["error_data"]["details"]


@pytest.mark.parametrize("name", USERNAMES)
def test_a_user_name_has_its_form(desk: Desk, name: str) -> None:
    status, answer = desk.graph("POST", f"/v23.0/{desk.number_id}/username", {"username": name})
    assert status == (200 if USERNAMES[name] else 400), answer
    if not USERNAMES[name]:
        assert answer["error"]["code"] in {100, 147002}


def test_a_user_name_is_one_number_s(desk: Desk, emulator: Emulator) -> None:
    name = "taken.by.one"
    assert desk.graph("POST", f"/v23.0/{desk.number_id}/username", {"username": name})[0] == 200
    other = a_desk(emulator)
    assert other.graph("POST", f"/v23.0/{other.number_id}/username", {"username": name})[1]["error"]["code"] == 147001
    assert desk.graph("DELETE", f"/v23.0/{desk.number_id}/username")[0] == 200


def test_the_shop_is_hidden_and_the_cart_is_shown_at_first(desk: Desk) -> None:
    told = desk.graph("GET", f"/v23.0/{desk.number_id}/whatsapp_commerce_settings")[1]["data"][0]
    assert (told["is_cart_enabled"], told["is_catalog_visible"]) == (True, False)


def test_a_code_of_a_link_has_fourteen_signs(desk: Desk) -> None:
    made = desk.graph("POST", f"/v23.0/{desk.number_id}/{CODES}", {"prefilled_message": "Hello"})[1]
    assert len(made["code"]) == 14 and made["code"].isalnum() and made["code"].isupper()
    assert made["deep_link_url"] == f"https://wa.me/message/{made['code']}"


def test_only_who_wrote_within_a_day_is_blocked(desk: Desk) -> None:
    path = f"/v23.0/{desk.number_id}/block_users"
    body = {"messaging_product": "whatsapp", "block_users": [{"user": f"+{desk.wa_id}"}]}
    status, answer = desk.graph("POST", path, body)
    assert (status, answer["error"]["code"]) == (400, 139100)
    assert [each["input"] for each in answer["block_users"]["failed_users"]] == [f"+{desk.wa_id}"]
    desk.write()
    assert desk.graph("POST", path, body)[0] == 200
    assert [each["wa_id"] for each in desk.graph("GET", path)[1]["data"]] == [desk.wa_id]
    many = {**body, "block_users": [{"user": f"+1556{each:07d}"} for each in range(1001)]}
    assert desk.graph("POST", path, many)[0] == 400


def test_an_address_for_webhooks_has_at_most_200_signs(desk: Desk) -> None:
    long = {"override_callback_uri": "https://example.com/".ljust(201, "x"), "verify_token": "t"}
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/subscribed_apps", long)[1]["error"]["code"] == 100
    assert desk.graph("POST", f"/v23.0/{desk.number_id}", {"webhook_configuration": long})[1]["error"]["code"] == 100
