"""What an account sent and what it cost, asked for as its fields."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import SECRET, VERIFY, Emulator, Hook, wait_until

DAY = 86_400
OFFER = [{"type": "BODY", "text": "Hello {{1}}, spring is here."}]
CARD = """market,category,tier_low,tier_high,rate,currency,valid_from
North America,utility,1,2,0.5,USD,2020-01-01
North America,utility,3,,0.25,USD,2020-01-01
North America,marketing,1,,2,USD,2020-01-01
"""


def send(desk: Desk, hook: Hook, name: str = "", until: str = "delivered") -> str:
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": name, "language": {"code": "en_US"}, "components": [part]}
    sent = desk.send(type="template", template=template) if name else desk.send()
    hook.wait_for(sent, until)
    return sent


def now(desk: Desk) -> int:
    return int(desk.emulator.control("/clock")["now"])


def ask(desk: Desk, name: str, granularity: str = "DAILY", **more: str) -> tuple[int, Any]:
    at = now(desk)
    whole = {"start": str(at - 2 * DAY), "end": str(at + 2 * DAY), "granularity": granularity, **more}
    wanted = name + "".join(f".{key}({value})" for key, value in whole.items() if value)
    status, answer = desk.graph("GET", f"/v23.0/{desk.waba_id}?fields={wanted}")
    return status, answer.get(name, answer.get("error"))


def points(desk: Desk, name: str, **more: str) -> list[dict[str, Any]]:
    status, answer = ask(desk, name, **more)
    assert status == 200, answer
    found: list[dict[str, Any]] = answer["data"][0]["data_points"]
    return [{key: value for key, value in each.items() if key not in {"start", "end"}} for each in found]


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory, hook: Hook) -> Iterator[Emulator]:
    folder = tmp_path_factory.mktemp("cards")
    (folder / "own.csv").write_text(CARD)
    options = ["--webhook-url", hook.url, "--app-secret", SECRET, "--verify-token", VERIFY]
    started = Emulator(tmp_path_factory.mktemp("priced"), *options, "--rate-cards", str(folder)).start()
    yield started
    started.stop()


def test_messages_are_counted_by_time_and_kind(open_desk: Desk, hook: Hook) -> None:
    open_desk.template("parcel")
    send(open_desk, hook)
    send(open_desk, hook, "parcel")
    status, whole = ask(open_desk, "analytics", "DAY")
    assert status == 200
    assert (whole["phone_numbers"], whole["country_codes"]) == ([open_desk.digits], ["US"])
    assert sum(each["sent"] for each in whole["data_points"]) == 2
    for product, count in (("0", 1), ("2", 1), ("100", 1), ("[0,2,100]", 3)):
        found = ask(open_desk, "analytics", "HALF_HOUR", product_types=product)[1]["data_points"]
        assert sum(each["delivered"] for each in found) == count
        assert all(each["end"] - each["start"] == 1_800 for each in found)
    assert ask(open_desk, "analytics", "MONTH", country_codes='["DE"]')[1]["data_points"] == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"start": ""}, "start is required"),
        ({"end": "1"}, "start must be before end"),
        ({"start": "1000"}, "within the last 366 days"),
        ({"start": "yesterday"}, "must be a Unix time"),
        ({"granularity": "WEEK"}, "HALF_HOUR, DAILY, MONTHLY"),
        ({"metric_types": "SENT"}, "metric_types"),
        ({"dimensions": "[COUNTRY,CITY]"}, "dimensions"),
    ],
)
def test_a_wrong_question_is_refused_with_what_is_wrong(desk: Desk, changed: dict[str, str], told: str) -> None:
    status, error = ask(desk, "pricing_analytics", **changed)
    assert (status, error["code"]) == (400, 100)
    assert told in error["error_data"]["details"]


def test_what_arrives_costs_by_its_kind_and_its_tier(cards: Emulator, hook: Hook) -> None:
    desk = a_desk(cards)
    desk.template("parcel")
    desk.template("offer", category="MARKETING", components=OFFER)
    for _ in range(3):
        send(desk, hook, "parcel")
    send(desk, hook, "offer")
    desk.write()
    send(desk, hook, "parcel")
    send(desk, hook)
    assert points(desk, "pricing_analytics") == [{"volume": 6, "cost": 3.25}]
    found = points(desk, "pricing_analytics", dimensions="[PRICING_CATEGORY,PRICING_TYPE,TIER]")
    assert found == [
        {"pricing_category": "MARKETING", "pricing_type": "REGULAR", "tier": "1:MAX", "volume": 1, "cost": 2},
        {"pricing_category": "SERVICE", "pricing_type": "FREE_CUSTOMER_SERVICE", "volume": 1, "cost": 0},
        {"pricing_category": "UTILITY", "pricing_type": "FREE_CUSTOMER_SERVICE", "volume": 1, "cost": 0},
        {"pricing_category": "UTILITY", "pricing_type": "REGULAR", "tier": "1:2", "volume": 2, "cost": 1},
        {"pricing_category": "UTILITY", "pricing_type": "REGULAR", "tier": "3:MAX", "volume": 1, "cost": 0.25},
    ]
    free = points(desk, "pricing_analytics", pricing_types="FREE_CUSTOMER_SERVICE", metric_types='["VOLUME"]')
    assert free == [{"volume": 2}]
    told = [each["value"] for each in list(hook.changes) if "volume_tier_info" in each["value"]]
    info = next(each["volume_tier_info"] for each in told)
    assert (info["tier"], info["pricing_category"], info["region"]) == ("3:MAX", "UTILITY", "North America")


def test_tiers_count_over_the_portfolio_and_survive_a_restart(cards: Emulator, tmp_path: Path, hook: Hook) -> None:
    own = Emulator(tmp_path, *cards._options)
    desk = a_desk(own.start())
    desk.template("parcel")
    send(desk, hook, "parcel")
    send(desk, hook, "parcel")
    own.stop()
    own.start()
    count = len([each for each in hook.changes if "volume_tier_info" in each["value"]])
    send(desk, hook, "parcel")
    wait_until(lambda: len([each for each in hook.changes if "volume_tier_info" in each["value"]]) == count + 1)
    assert points(desk, "pricing_analytics") == [{"volume": 3, "cost": 1.25}]
    own.stop()


def test_nothing_costs_for_72_hours_after_an_ad(cards: Emulator, hook: Hook) -> None:
    desk = a_desk(cards)
    desk.template("offer", category="MARKETING", components=OFFER)
    advert = {"source_url": "https://example.com", "source_type": "ad", "source_id": "1"}
    desk.write(type="text", text={"body": "Hello"}, referral=advert)
    send(desk, hook)
    send(desk, hook, "offer")
    found = points(desk, "pricing_analytics", dimensions="PRICING_TYPE")
    assert found == [{"pricing_type": "FREE_ENTRY_POINT", "volume": 2, "cost": 0}]


def test_what_a_partner_pays_is_not_shown(cards: Emulator, hook: Hook) -> None:
    desk = a_desk(cards)
    desk.template("offer", category="MARKETING", components=OFFER)
    desk.graph("POST", f"/v23.0/{desk.waba_id}", {"is_enabled_for_insights": True})
    send(desk, hook, "offer")
    assert points(desk, "pricing_analytics") == [{"volume": 1, "cost": 2.0}]
    cards.control(f"/accounts/{desk.waba_id}/credit", {"partner": True})
    assert points(desk, "pricing_analytics") == [{"volume": 1}]
    assert points(desk, "pricing_analytics", metric_types='["COST"]') == [{}]
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?fields=id")[1]["data"][0]["id"]
    at = now(desk)
    asked = f"start={at - DAY}&end={at + DAY}&granularity=DAILY&template_ids=[{template}]"
    (day,) = desk.graph("GET", f"/v23.0/{desk.waba_id}/template_analytics?{asked}")[1]["data"][0]["data_points"]
    assert (day["sent"], "cost" in day) == (1, False)
    cards.control(f"/accounts/{desk.waba_id}/credit", {"partner": False})
    assert points(desk, "pricing_analytics") == [{"volume": 1, "cost": 2.0}]


def test_a_conversation_costs_once_in_the_older_model(cards: Emulator, hook: Hook) -> None:
    desk = a_desk(cards)
    cards.control(f"/accounts/{desk.waba_id}/pricing", {"model": "CBP"})
    desk.template("offer", category="MARKETING", components=OFFER)
    send(desk, hook, "offer")
    send(desk, hook, "offer")
    desk.write()
    send(desk, hook)
    assert points(desk, "conversation_analytics") == [{"conversation": 2, "cost": 2}]
    by = points(desk, "conversation_analytics", dimensions="[CONVERSATION_CATEGORY,CONVERSATION_TYPE]")
    assert by == [
        {"conversation_category": "MARKETING", "conversation_type": "REGULAR", "conversation": 1, "cost": 2},
        {"conversation_category": "SERVICE", "conversation_type": "FREE_TIER", "conversation": 1, "cost": 0},
    ]
    started = points(desk, "conversation_analytics", conversation_directions="USER_INITIATED")
    assert started == [{"conversation": 1, "cost": 0}]
    assert points(desk, "pricing_analytics") == []


def test_templates_are_counted_for_accounts_that_asked_for_it(cards: Emulator, hook: Hook) -> None:
    desk = a_desk(cards)
    desk.template("offer", category="MARKETING", components=OFFER)
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"][0]["id"]
    at = now(desk)
    path = f"/v23.0/{desk.waba_id}/template_analytics?start={at - DAY}&end={at + DAY}&granularity=daily"
    status, answer = desk.graph("GET", f"{path}&template_ids=[{template}]")
    assert (status, answer["error"]["code"]) == (400, 200007)
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}", {"is_enabled_for_insights": True})[0] == 200
    sent = send(desk, hook, "offer")
    cards.control(f"/customers/{desk.wa_id}/read", {"phone_number_id": desk.number_id})
    desk.write(type="button", button={"text": "Stop", "payload": "STOP"}, context={"id": sent})
    send(desk, hook, "offer")
    whole = desk.graph("GET", f"{path}&template_ids=[{template}]")[1]["data"][0]
    assert (whole["granularity"], whole["product_type"]) == ("DAILY", "cloud_api")
    point = whole["data_points"][0]
    assert (point["template_id"], point["sent"], point["delivered"], point["read"]) == (template, 2, 2, 1)
    assert point["clicked"] == [{"type": "quick_reply_button", "button_content": "Stop", "count": 1}]
    assert point["cost"][0] == {"type": "amount_spent", "value": 4}
    status, found = ask(desk, "template_analytics", template_ids=template, metric_types="[SENT]")
    assert found["data"][0]["data_points"][0].keys() == {"template_id", "start", "end", "sent"}
    old = f"/v23.0/{desk.waba_id}/template_analytics?start={at - 100 * DAY}&end={at}&granularity=DAILY"
    assert "last 90 days" in str(desk.graph("GET", f"{old}&template_ids={template}")[1])
    assert "template_ids" in str(desk.graph("GET", path)[1])


def test_a_broken_rate_card_is_named_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(CARD.replace("0.25", "a quarter"))
    command = [sys.executable, "-m", "parley_emulator.main", "serve", "--port", "0", "--rate-cards", str(tmp_path)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("own.csv, line 3: ")
