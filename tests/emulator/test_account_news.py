"""What is told of partners, payments, advertisements and the rarer events of an account: told in Meta's shapes."""

import json
from copy import deepcopy
from typing import Any

import pytest

from parley.core.messages.inbound import Notice
from parley.core.policy.cases.enforcement import PlatformAction
from parley.whatsapp.reports import reports_in
from parley_emulator.ids import APP_ID
from tests.emulator.conftest import Desk
from tests.emulator.running import Hook, wait_until


def told(hook: Hook, field: str, about: str) -> list[dict[str, Any]]:
    """Values of that field that name it."""
    found = [each["value"] for each in list(hook.changes) if each["field"] == field]
    return [value for value in found if about in json.dumps(value)]


def portfolio(desk: Desk) -> str:
    return str(desk.emulator.control(f"/accounts/{desk.waba_id}")["business_id"])


def accounts(desk: Desk, hook: Hook) -> list[dict[str, Any]]:
    """What this account was told in ``account_update``."""
    entries = [
        entry for body in list(hook.bodies) for entry in json.loads(body)["entry"] if entry["id"] == desk.waba_id
    ]
    changes = [change for entry in entries for change in entry["changes"]]
    return [change["value"] for change in changes if change["field"] == "account_update"]


@pytest.mark.parametrize(
    ("event", "given", "parts"),
    [
        ("AD_ACCOUNT_LINKED", {"ad_account_id": "77"}, {"waba_info": {"ad_account_linked": "77"}}),
        ("MM_LITE_TERMS_SIGNED", {}, {"waba_info": {}}),
        ("PARTNER_ADDED", {"solution_id": "88"}, {"waba_info": {"solution_id": "88"}}),
        ("PARTNER_APP_INSTALLED", {"partner_app_id": "42"}, {"waba_info": {"partner_app_id": "42"}}),
        ("PARTNER_APP_UNINSTALLED", {}, {"waba_info": {"partner_app_id": APP_ID}}),
        ("BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", {"country": "de"}, {"country": "DE"}),
        ("ACCOUNT_DELETED", {}, {}),
        (
            "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE",
            {"status": "FAILED", "rejection_reasons": ["legal name not matching"]},
            {
                "partner_client_certification_info": {
                    "status": "FAILED",
                    "rejection_reasons": ["LEGAL NAME NOT MATCHING"],
                }
            },
        ),
    ],
)
def test_each_rare_event_has_its_parts_and_is_understood(
    desk: Desk, hook: Hook, event: str, given: dict[str, Any], parts: dict[str, Any]
) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/update", {"event": event, **given})
    wait_until(lambda: accounts(desk, hook))
    (value,) = accounts(desk, hook)
    parts = deepcopy(parts)
    assert value["event"] == event and value.keys() == {"event", *parts}
    if "waba_info" in parts:
        parts["waba_info"] |= {"waba_id": desk.waba_id, "owner_business_id": portfolio(desk)}
    for name, part in parts.items():
        assert part == value[name] or part.items() <= value[name].items()
    notice = next(each for each in reports_in({"field": "account_update", "value": value}) if isinstance(each, Notice))
    assert notice.event == event


def test_an_account_that_is_off_comes_back(desk: Desk, hook: Hook) -> None:
    def number() -> str:
        return str(desk.graph("GET", f"/v23.0/{desk.number_id}?fields=status")[1]["status"])

    desk.write()
    desk.emulator.control(f"/accounts/{desk.waba_id}/update", {"event": "ACCOUNT_OFFBOARDED"})
    assert number() == "DISCONNECTED" and desk.post(text={"body": "Hi"})[0] == 400
    desk.emulator.control(f"/accounts/{desk.waba_id}/update", {"event": "ACCOUNT_RECONNECTED"})
    assert number() == "CONNECTED" and desk.post(text={"body": "Hi"})[0] == 200
    wait_until(lambda: len(accounts(desk, hook)) == 2)
    off, on = (reports_in({"field": "account_update", "value": value})[0] for value in accounts(desk, hook))
    assert isinstance(off, PlatformAction) and isinstance(on, PlatformAction)
    assert (off.what, off.ends, on.what, on.ends) == ("removal", False, "removal", True)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("update", {"event": "SOMETHING"}),
        ("update", {"event": "AD_ACCOUNT_LINKED"}),
        ("update", {"event": "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", "country": "Germany"}),
        ("update", {"event": "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE", "status": "MAYBE"}),
        ("payment-configuration", {"name": ""}),
        ("payment-configuration", {"name": "shop", "status": "Fine"}),
        ("payment-configuration", {"name": "shop", "provider": "purse"}),
    ],
)
def test_what_there_is_not_is_not_told(desk: Desk, hook: Hook, path: str, wrong: dict[str, Any]) -> None:
    assert desk.emulator.call("POST", f"/control/accounts/{desk.waba_id}/{path}", wrong)[0] == 400
    assert accounts(desk, hook) == []


def test_a_way_to_be_paid_keeps_when_it_was_made(desk: Desk, hook: Hook) -> None:
    name = f"shop-{desk.waba_id}"
    path = f"/accounts/{desk.waba_id}/payment-configuration"
    made = desk.emulator.control(path, {"name": name, "provider": "razorpay", "status": "Needs Testing"})
    tried = desk.emulator.control(path, {"name": name, "status": "Active"})
    wait_until(lambda: told(hook, "payment_configuration_update", name) == [made, tried])
    assert (tried["provider_name"], tried["created_timestamp"]) == ("razorpay", made["created_timestamp"])
    (notice,) = reports_in({"field": "payment_configuration_update", "value": tried})
    assert isinstance(notice, Notice) and notice.facts["configuration_name"] == name


def test_a_solution_is_told_to_the_portfolio_that_offers_it(desk: Desk, hook: Hook) -> None:
    body = {"solution_name": "Together", "partner_app_id": "42", "owner_permissions": ["MESSAGING"]}
    made = desk.graph("POST", f"/v23.0/{APP_ID}/whatsapp_business_solution", {**body, "partner_permissions": []})
    solution = made[1]["solution_id"]
    for step in ("accept", "send_deactivation_request", "accept_deactivation_request"):
        assert desk.graph("POST", f"/v23.0/{solution}/{step}", {"partner_app_id": "42"})[0] == 200
    wait_until(lambda: len(told(hook, "partner_solutions", solution)) == 4)
    steps = [(each["event"], each["solution_status"]) for each in told(hook, "partner_solutions", solution)]
    assert steps == [
        ("SOLUTION_CREATED", "INITIATED"),
        ("SOLUTION_UPDATED", "ACTIVE"),
        ("SOLUTION_UPDATED", "PENDING_DEACTIVATION"),
        ("SOLUTION_UPDATED", "DEACTIVATED"),
    ]
    entries = [entry for raw in list(hook.bodies) if solution.encode() in raw for entry in json.loads(raw)["entry"]]
    assert portfolio(desk) in {entry["id"] for entry in entries if solution in json.dumps(entry)}
    assert "portfolio_id" not in desk.graph("GET", f"/v23.0/{solution}")[1]


def test_a_purchase_is_seen_in_a_chat_that_began_with_an_advertisement(desk: Desk, hook: Hook) -> None:
    path = f"/numbers/{desk.number_id}/automatic-event"
    plain = {"message_id": desk.write("Hello"), "event": "LeadSubmitted"}
    assert desk.emulator.call("POST", f"/control{path}", plain)[0] == 400
    bought = desk.write(type="text", text={"body": "I take it"}, referral={"source_type": "ad", "source_id": "1"})
    purchase = {"message_id": bought, "event": "Purchase", "currency": "eur", "value": 12_500, "ctwa_clid": "clid-1"}
    desk.emulator.control(path, purchase)
    wait_until(lambda: told(hook, "automatic_events", bought))
    (value,) = told(hook, "automatic_events", bought)
    assert value["metadata"]["phone_number_id"] == desk.number_id and "contacts" not in value
    (event,) = value["automatic_events"]
    assert event.pop("timestamp") > 0
    money = {"currency": "EUR", "value": 12_500}
    assert event == {"id": bought, "event_name": "Purchase", "ctwa_clid": "clid-1", "custom_data": money}
    (notice,) = reports_in({"field": "automatic_events", "value": value})
    assert isinstance(notice, Notice) and notice.event == "Purchase"
    assert desk.emulator.call("POST", f"/control{path}", {**purchase, "value": None})[0] == 400
    assert desk.emulator.call("POST", f"/control{path}", {**purchase, "message_id": "wamid.none"})[0] == 404


def test_a_link_of_a_marketing_message_that_was_followed(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Spring is here."}])
    desk.template("news", components=[{"type": "BODY", "text": "It is here."}])
    offer, news = (
        desk.send(type="template", template={"name": name, "language": {"code": "en_US"}}) for name in ("offer", "news")
    )
    path = f"/numbers/{desk.number_id}/link-click"
    clicked = desk.emulator.control(path, {"message_id": offer})
    wait_until(lambda: told(hook, "messages", clicked["marketing_messages_link_click_data"]["click_id"]))
    values = told(hook, "messages", clicked["marketing_messages_link_click_data"]["click_id"])
    value = next(each for each in values if each["metadata"]["phone_number_id"] == desk.number_id)
    assert value["user_actions"] == [clicked] and desk.wa_id not in json.dumps(value)
    (notice,) = reports_in({"field": "messages", "value": value})
    assert isinstance(notice, Notice) and notice.event == "marketing_messages_link_click"
    clicked = desk.emulator.control(path, {"message_id": offer, "landed": True})
    click = {name: clicked["marketing_messages_link_click_data"][name] for name in ("click_id", "tracking_token")}
    wait_until(lambda: "landing_page_view" in json.dumps(told(hook, "messages", click["click_id"])))
    actions = [each["user_actions"][0] for each in told(hook, "messages", click["click_id"])]
    seen = next(each for each in actions if each["action_type"] == "landing_page_view")
    assert seen["marketing_messages_link_click_data"] == click
    assert desk.emulator.call("POST", f"/control{path}", {"message_id": news})[0] == 400
