"""Promotions sent as utility: a warning, a cap, and then no utility at all for a while (reference 8.7)."""

from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

DAY = 86_400


def find(desk: Desk) -> str:
    return str(desk.emulator.control(f"/accounts/{desk.waba_id}/category-misuse", {})["restricted"])


def told(hook: Hook, event: str) -> list[dict[str, Any]]:
    values = [each["value"] for each in hook.changes if each["field"] == "account_update"]
    return [value for value in values if value["event"] == event]


def violations(hook: Hook) -> list[str]:
    return [each["violation_info"]["violation_type"] for each in told(hook, "ACCOUNT_VIOLATION")]


def sent(desk: Desk, name: str = "parcel") -> tuple[int, Any]:
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": name, "language": {"code": "en_US"}, "components": [part]}
    return desk.post(type="template", template=template)


def test_each_time_it_weighs_more_and_ends_with_a_word(emulator_apart: Emulator, hook_apart: Hook) -> None:
    desk = a_desk(emulator_apart)
    desk.template("parcel")
    assert find(desk) == "" and sent(desk)[0] == 200
    assert find(desk) == "RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING"
    assert sent(desk)[1]["error"]["code"] == 131064
    emulator_apart.control("/clock", {"advance_seconds": 7 * DAY})
    wait_until(lambda: "UTILITY_TEMPLATE_ABUSE_RATE_LIMIT_RECOVERY" in violations(hook_apart))
    assert sent(desk)[0] == 200
    assert find(desk) == "RESTRICTED_UTILITY_TEMPLATES"
    template = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?fields=category,previous_category")[1][
        "data"
    ]
    assert [(each["category"], each["previous_category"]) for each in template] == [("MARKETING", "UTILITY")]
    body = [{"type": "BODY", "text": "Your parcel is here and waits for you."}]
    whole = {"name": "another", "language": "en_US", "category": "UTILITY", "components": body}
    path = f"/v23.0/{desk.waba_id}/message_templates"
    assert desk.graph("POST", path, whole)[0] == 400
    emulator_apart.control("/clock", {"advance_seconds": 7 * DAY})
    wait_until(lambda: "UTILITY_TEMPLATE_ABUSE_UNBAN" in violations(hook_apart))
    assert desk.graph("POST", path, whole)[0] == 200
    wait_until(lambda: len(told(hook_apart, "ACCOUNT_RESTRICTION")) == 2)
    kinds = [each["restriction_info"][0]["restriction_type"] for each in told(hook_apart, "ACCOUNT_RESTRICTION")]
    assert kinds == ["RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING", "RESTRICTED_UTILITY_TEMPLATES"]


def test_in_the_end_the_whole_portfolio_has_no_utility(emulator_apart: Emulator) -> None:
    first, other = a_desk(emulator_apart), a_desk(emulator_apart)
    emulator_apart.control("/portfolios", {"waba_ids": [first.waba_id, other.waba_id]})
    for _ in range(4):
        find(first)
    shown = emulator_apart.control(f"/accounts/{other.waba_id}")
    assert not shown.get("restrictions")
    assert find(first) == "RESTRICTED_UTILITY_TEMPLATES"
    restricted = emulator_apart.control(f"/accounts/{other.waba_id}")["restrictions"]
    assert [each["restriction_type"] for each in restricted] == ["RESTRICTED_UTILITY_TEMPLATES"]
