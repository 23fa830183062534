"""Ways to be paid: made, connected, looked up and taken away by calls, and named by orders."""

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until
from tests.emulator.test_orders import an_order, details

GATEWAY = {
    "configuration_name": "shop",
    "provider_name": "razorpay",
    "merchant_category_code": "5814",
    "purpose_code": "03",
    "redirect_url": "https://shop.example/back",
}
UPI = {"configuration_name": "till", "provider_name": "upi_vpa", "merchant_vpa": "shop@bank"}


def make(desk: Desk, body: dict[str, Any], name: str = "") -> tuple[int, Any]:
    return desk.graph("POST", f"/v23.0/{desk.waba_id}/payment_configuration{name and f'/{name}'}", body)


def look_up(desk: Desk, name: str) -> dict[str, Any]:
    (found,) = desk.graph("GET", f"/v23.0/{desk.waba_id}/payment_configuration/{name}")[1]["data"]
    return dict(found)


def test_a_gateway_is_named_then_connected_and_then_active(desk: Desk, emulator: Emulator, hook: Hook) -> None:
    status, made = make(desk, GATEWAY)
    assert (status, made["success"]) == (200, True), made
    known = look_up(desk, "shop")
    assert (known["status"], known["provider_name"]) == ("Needs_Connecting", "razorpay")
    assert known["merchant_category_code"]["code"] == "5814" and known["purpose_code"]["code"] == "03"
    consent = urlsplit(made["oauth_url"]).path
    assert b"razorpay" in emulator.call("GET", consent)[1].lower()
    assert emulator.call("POST", consent, b"")[0] == 303
    assert look_up(desk, "shop")["status"] == "Active"
    wait_until(lambda: changes(hook, desk))
    assert (changes(hook, desk)[0]["configuration_name"], changes(hook, desk)[0]["status"]) == ("shop", "Active")
    assert emulator.call("GET", consent)[0] == 404, "it is good once"


def changes(hook: Hook, desk: Desk) -> list[dict[str, Any]]:
    fields = [each for each in list(hook.changes) if each["field"] == "payment_configuration_update"]
    return [each["value"] for each in fields if each["of"] == desk.waba_id]


def test_an_address_of_upi_needs_no_connecting(desk: Desk) -> None:
    assert make(desk, UPI)[1] == {"success": True}
    (listed,) = desk.graph("GET", f"/v23.0/{desk.waba_id}/payment_configurations")[1]["data"]
    (till,) = listed["payment_configurations"]
    assert (till["configuration_name"], till["status"], till["merchant_vpa"]) == ("till", "Active", "shop@bank")
    again = {"configuration_name": "till"}
    path = f"/v23.0/{desk.waba_id}/generate_payment_configuration_oauth_link"
    assert desk.graph("POST", path, again)[1]["error"]["code"] == 100


def test_a_link_to_connect_is_made_anew_when_its_time_is_over(desk: Desk, emulator: Emulator) -> None:
    first = make(desk, GATEWAY)[1]
    emulator.control("/clock", {"advance_seconds": 86_401})
    assert emulator.call("GET", urlsplit(first["oauth_url"]).path)[0] == 404
    path = f"/v23.0/{desk.waba_id}/generate_payment_configuration_oauth_link"
    other = desk.graph("POST", path, {"configuration_name": "shop", "redirect_url": "https://shop.example/"})[1]
    assert other["expiration"] > first["expiration"]
    assert emulator.call("GET", urlsplit(other["oauth_url"]).path)[0] == 200


def test_a_configuration_is_changed_and_taken_away_by_its_name(desk: Desk) -> None:
    make(desk, UPI)
    assert make(desk, {"merchant_vpa": "till@bank"}, "till")[1] == {"success": True}
    assert look_up(desk, "till")["merchant_vpa"] == "till@bank"
    path = f"/v23.0/{desk.waba_id}/payment_configuration"
    assert desk.graph("DELETE", path, {"configuration_name": "till"})[1] == {"success": True}
    assert desk.graph("GET", f"{path}/till")[1]["error"]["code"] == 100
    assert desk.graph("DELETE", path, {"configuration_name": "till"})[1]["error"]["code"] == 100


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({**UPI, "configuration_name": ""}, "configuration_name"),
        ({**UPI, "configuration_name": "x" * 61}, "configuration_name"),
        ({**UPI, "provider_name": "purse"}, "provider_name"),
        ({**UPI, "merchant_vpa": None}, "merchant_vpa"),
        ({**UPI, "merchant_vpa": "shop"}, "merchant_vpa"),
        ({**GATEWAY, "purpose_code": "gift"}, "purpose_code"),
        ({**GATEWAY, "redirect_url": "shop"}, "redirect_url"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_wrong_is_named(desk: Desk, wrong: dict[str, Any], named: str) -> None:
    error = make(desk, wrong)[1]["error"]
    assert (error["code"], named in error["error_data"]["details"]) == (100, True), error


def test_a_name_is_given_once_in_an_account(desk: Desk, emulator: Emulator) -> None:
    assert make(desk, UPI)[0] == 200
    assert make(desk, UPI)[1]["error"]["code"] == 100
    assert make(a_desk(emulator), UPI)[0] == 200


def test_an_order_is_paid_by_a_configuration_that_stands_only(open_desk: Desk, emulator: Emulator) -> None:
    def code() -> int:
        return int(open_desk.post(**details(an_order()))[1].get("error", {}).get("code", 0))

    assert code() == 131009, "there is none of that name"
    made = make(open_desk, GATEWAY)[1]
    assert code() == 131009, "it is not connected"
    emulator.call("POST", urlsplit(made["oauth_url"]).path, b"")
    assert code() == 0
    make(open_desk, {"provider_name": "payu"}, "shop")
    assert code() == 131009, "it is another gateway's"
