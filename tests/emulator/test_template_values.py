"""What a template is sent with must fit it, part by part: buttons, cards, headers, codes (reference 3.4, 8.8)."""

import json
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator
from tests.emulator.test_calls import enable
from tests.emulator.test_flows import FORM, a_flow
from tests.emulator.test_phone_templates import BODY, CAROUSEL, Parts, a_card, post

PAGE = "https://acme.example/"
BUTTONS: dict[str, dict[str, Any]] = {
    "quick_reply": {"type": "QUICK_REPLY", "text": "New date"},
    "url": {"type": "URL", "text": "Track", "url": f"{PAGE}{{{{1}}}}"},
    "still": {"type": "URL", "text": "Shop", "url": PAGE},
    "copy_code": {"type": "COPY_CODE", "example": "SAVE20"},
    "phone_number": {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+15550001000"},
    "mpm": {"type": "MPM", "text": "View items"},
    "catalog": {"type": "CATALOG", "text": "View items"},
    "voice_call": {"type": "VOICE_CALL", "text": "Call"},
}


def value(kind: str, what: Any) -> dict[str, Any]:
    return {"type": kind, kind: what}


def tap(sub_type: Any, *parameters: dict[str, Any], index: Any = 0) -> dict[str, Any]:
    return {"type": "button", "sub_type": sub_type, "index": index, "parameters": list(parameters)}


def items(sections: int, each: int, title: str | None = "Tea") -> dict[str, Any]:
    listed = [{"product_retailer_id": f"tea-{i}"} for i in range(each)]
    section = {"product_items": listed} | ({"title": title} if title else {})
    return value("action", {"thumbnail_product_retailer_id": "tea-0", "sections": [section] * sections})


def codes(desk: Desk, button: str, *values: dict[str, Any]) -> tuple[int, str]:
    """(code, details); 0 goes through."""
    status, answer = post(desk, [BODY, {"type": "BUTTONS", "buttons": [BUTTONS[button]]}], list(values))
    error = answer.get("error", {})
    assert status == (400 if error else 200), answer
    return error.get("code", 0), error.get("error_data", {}).get("details", "")


@pytest.mark.parametrize(
    ("button", "given", "code"),
    [
        ("quick_reply", tap("quick_reply", value("payload", "x" * 256)), 0),
        ("quick_reply", tap("QUICK_REPLY", value("payload", "later"), index="0"), 0),
        ("quick_reply", tap("quick_reply", value("payload", "x" * 257)), 132018),
        ("quick_reply", tap("quick_reply", value("payload", "  ")), 132018),
        ("quick_reply", tap("quick_reply", value("payload", 7)), 100),
        ("quick_reply", tap("quick_reply", {"type": "payload"}), 131008),
        ("quick_reply", tap("quick_reply", value("text", "later")), 132012),
        ("quick_reply", tap("url", value("text", "later")), 132012),
        ("quick_reply", tap("quick_reply", value("payload", "a"), value("payload", "b")), 132000),
        ("quick_reply", tap(None, value("payload", "later")), 131008),
        ("quick_reply", tap("quick_reply", value("payload", "later"), index=None), 131008),
        ("quick_reply", tap("quick_reply", value("payload", "later"), index=1), 131009),
        ("quick_reply", tap("quick_reply", value("payload", "later"), index=-1), 131009),
        ("quick_reply", tap("quick_reply", value("payload", "later"), index="first"), 131009),
        ("url", tap("url", value("text", "P-77?a=b")), 0),
        ("url", tap("url", value("text", "x" * (2000 - len(PAGE)))), 0),
        ("url", tap("url", value("text", "x" * (2001 - len(PAGE)))), 132018),
        ("url", tap("url", value("text", "P 77")), 132018),
        ("url", tap("url", value("text", "P\n77")), 132018),
        ("url", tap("url"), 131008),
        ("url", tap("url", value("payload", "P-77")), 132012),
        ("url", tap("quick_reply", value("payload", "P-77")), 132012),
        ("still", tap("url", value("text", "P-77")), 132018),
        ("copy_code", tap("copy_code", value("coupon_code", "SPRING2526SPRING2526")), 0),
        ("copy_code", tap("copy_code", value("coupon_code", "SPRING2526SPRING25261")), 132018),
        ("copy_code", tap("copy_code", value("coupon_code", "SPRING-25")), 132018),
        ("copy_code", tap("copy_code", value("coupon_code", "ПРИВЕТ25")), 132018),
        ("phone_number", tap("phone_number"), 0),
        ("phone_number", tap("phone_number", value("text", "+15550001001")), 132018),
        ("mpm", items(1, 30), 0),
        ("mpm", items(2, 15), 0),
        ("mpm", items(2, 16), 131009),
        ("mpm", items(11, 1), 131009),
        ("mpm", items(2, 1, title=None), 131008),
        ("mpm", items(1, 1, title="x" * 25), 131009),
        ("mpm", value("action", {"sections": [{"product_items": [{}]}]}), 131008),
        ("mpm", value("action", {}), 131008),
        ("mpm", value("action", "tea"), 100),
        ("catalog", value("action", {"thumbnail_product_retailer_id": 7}), 100),
        ("catalog", value("action", {"thumbnail_product_retailer_id": "tea-0"}), 0),
        ("voice_call", tap("voice_call", value("ttl_minutes", 100), value("payload", "case-7")), 0),
        ("voice_call", tap("voice_call", value("ttl_minutes", 0)), 131009),
        ("voice_call", tap("voice_call", value("text", "now")), 132012),
    ],
)
def test_a_button_takes_what_its_kind_takes(desk: Desk, button: str, given: dict[str, Any], code: int) -> None:
    enable(desk)
    found, details = codes(desk, button, given if "sub_type" in given else tap(button, given))
    assert found == code, details
    assert not code or "button" in details.lower()


def test_items_to_choose_from_have_to_be_named(desk: Desk) -> None:
    assert codes(desk, "mpm")[0] == 131008
    assert codes(desk, "catalog")[0] == 0


def changed(**button: Any) -> dict[str, Any]:
    """A card whose button is given otherwise."""
    card = a_card(["two"], 1)
    card["components"][-1] |= button
    return card


def pictured(image: Any) -> dict[str, Any]:
    card = a_card(["two"], 1)
    card["components"][0] = {"type": "header", "parameters": [value("image", image)]}
    return card


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (a_card(["two"], 1), 0),
        (a_card(["two"], 0), 131009),
        (a_card(["two"], 2), 131009),
        (a_card(["two\nthree"], 1), 132018),
        (a_card([""], 1), 131008),
        (a_card(["x" * 160], 1), 132005),
        (pictured({}), 131008),
        (pictured({"id": "1", "link": PAGE}), 131009),
        (pictured({"id": "123456"}), 131009),
        (pictured({"link": "ftp://acme.example/a"}), 131009),
        (changed(index=1), 131009),
        (changed(sub_type="url"), 132012),
        (changed(parameters=[value("payload", "x" * 257)]), 132018),
        ("no card", 100),
    ],
)
def test_a_card_is_filled_as_strictly_as_the_rest(desk: Desk, second: Any, code: int) -> None:
    status, answer = post(desk, CAROUSEL, [{"type": "carousel", "cards": [a_card(["three"], 0), second]}])
    assert (status, answer.get("error", {}).get("code", 0)) == (400 if code else 200, code), answer


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        ("image", {}, 131008),
        ("document", {"link": PAGE, "filename": "x" * 241}, 131009),
        ("document", {"link": PAGE, "caption": "x"}, 100),
        ("location", {}, 131008),
        ("location", {"latitude": 91, "longitude": 1}, 131009),
        ("product", {}, 131008),
        ("product", {"product_retailer_id": "tea-0"}, 131008),
        ("product", {"product_retailer_id": "tea-0", "catalog_id": "4001"}, 0),
    ],
)
def test_a_header_is_what_it_says(desk: Desk, kind: str, given: dict[str, Any], code: int) -> None:
    header = {"type": "HEADER", "format": kind.upper()}
    status, answer = post(desk, [header, BODY], [{"type": "header", "parameters": [value(kind, given)]}])
    assert (status, answer.get("error", {}).get("code", 0)) == (400 if code else 200, code), answer


def test_a_product_header_is_not_left_out(desk: Desk) -> None:
    assert post(desk, [{"type": "HEADER", "format": "PRODUCT"}, BODY], [])[1]["error"]["code"] == 132012


def test_a_code_is_the_same_in_the_text_and_on_the_button(desk: Desk) -> None:
    parts: Parts = [
        {"type": "BODY", "text": "{{1}} is your code."},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}]},
    ]
    body = {"type": "body", "parameters": [value("text", "J4Q9")]}
    for copied, code in (("J4Q9", 0), ("J4Q8", 132018), ("x" * 16, 132018)):
        status, answer = post(desk, parts, [body, tap("url", value("text", copied))], category="AUTHENTICATION")
        assert (status, answer.get("error", {}).get("code", 0)) == (400 if code else 200, code), answer
    assert post(desk, parts, [body], category="AUTHENTICATION")[1]["error"]["code"] == 131008


def test_a_template_opens_a_form_of_its_account_that_is_published(emulator: Emulator, desk: Desk) -> None:
    published, draft = (a_flow(desk, name=name, flow_json=json.dumps(FORM)) for name in ("visit", "draft"))
    desk.graph("POST", f"/v23.0/{published}/publish")
    other = a_flow(a_desk(emulator), flow_json=json.dumps(FORM), publish=True)

    def sent(flow: str, action: Any) -> int:
        button = {"type": "FLOW", "text": "Book", "flow_id": flow}
        parts = [BODY, {"type": "BUTTONS", "buttons": [button]}]
        answer = post(desk, parts, [tap("flow", value("action", action))])[1]
        return int(answer.get("error", {}).get("code", 0))

    assert [sent(each, {"flow_token": "t"}) for each in (published, draft, other, "1")] == [0, 131009, 131009, 131009]
    assert sent(published, {"flow_token": 7}) == 100
    assert sent(published, {"flow_action_data": {}}) == 131009
    assert sent(published, {"flow_action_data": "x"}) == 100
    assert sent(published, {"flow_token": "t", "flow_action_data": {"city": "Leeds"}}) == 0


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([tap("quick_reply", value("payload", "a")), tap("quick_reply", value("payload", "b"), index="0")], 131009),
        ([{"type": "body", "parameters": []}] * 2, 131009),
        ([{"type": "bodi", "parameters": []}], 100),
        ([{"parameters": []}], 100),
        ([{"type": "carousel", "cards": [a_card(["x"], 0)]}], 132012),
        ([{"type": "limited_time_offer", "parameters": []}], 132012),
        ([{"type": "BODY", "parameters": []}, tap("quick_reply", value("payload", "a"))], 0),
    ],
)
def test_parts_are_known_and_given_once(desk: Desk, given: Parts, code: int) -> None:
    parts = [BODY, {"type": "BUTTONS", "buttons": [BUTTONS["quick_reply"]]}]
    assert post(desk, parts, given)[1].get("error", {}).get("code", 0) == code


MONEY = {"fallback_value": "$12.50", "code": "USD", "amount_1000": 12_500}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (value("currency", MONEY), 0),
        (value("currency", {**MONEY, "amount_1000": "12500"}), 0),
        (value("currency", {**MONEY, "amount_1000": 12.5}), 100),
        (value("currency", {**MONEY, "code": "usd"}), 131009),
        (value("currency", {"fallback_value": "$12.50", "code": "USD"}), 131008),
        (value("currency", {}), 131008),
        (value("currency", "$12.50"), 100),
        (value("date_time", {"fallback_value": "Friday"}), 0),
        (value("date_time", {"year": 2026}), 131008),
    ],
)
def test_money_and_times_are_whole(desk: Desk, given: dict[str, Any], code: int) -> None:
    parts: Parts = [{"type": "BODY", "text": "We have received {{1}} of yours. Thank you."}]
    answer = post(desk, parts, [{"type": "body", "parameters": [given]}])[1]
    assert answer.get("error", {}).get("code", 0) == code, answer


def test_each_name_is_given_once(desk: Desk) -> None:
    parts: Parts = [{"type": "BODY", "text": "Hello {{first}} and {{second}}, your parcel is here."}]
    for names, code in ((("second", "first"), 0), (("first", "first"), 132012), (("first", "third"), 132012)):
        given = [{**value("text", "Ada"), "parameter_name": name} for name in names]
        answer = post(desk, parts, [{"type": "body", "parameters": given}], parameter_format="NAMED")[1]
        assert answer.get("error", {}).get("code", 0) == code, answer
