"""Figures of calls, of groups of people, and of groups of templates."""

from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Hook, wait_until
from tests.emulator.test_analytics import DAY, OFFER, ask, now, send
from tests.emulator.test_calls import OFFER as SESSION
from tests.emulator.test_calls import allow, call
from tests.emulator.test_groups import say, told_of
from tests.emulator.test_phone_groups import Club

JOINED_AND_MORE = "SENT,DELIVERED,READ,PARTICIPANTS_JOINED,PARTICIPANTS_LEFT"


def edge(desk: Desk, name: str, **more: str) -> tuple[int, Any]:
    at = now(desk)
    whole = {"start": str(at - 2 * DAY), "end": str(at + 2 * DAY), "granularity": "DAILY", **more}
    return desk.graph("GET", f"/v23.0/{desk.waba_id}/{name}?" + "&".join(f"{k}={v}" for k, v in whole.items() if v))


def refusal(desk: Desk, name: str, **more: str) -> tuple[int, str]:
    error = edge(desk, name, **more)[1]["error"]
    return error["code"], error.get("error_data", {}).get("details", "")


def test_calls_are_counted_by_direction_and_country(desk: Desk, hook: Hook) -> None:
    allow(desk)
    wacid = call(desk, to=desk.wa_id, action="connect", session=SESSION)[1]["calls"][0]["id"]
    desk.emulator.control(f"/calls/{wacid}", {"action": "accept"})
    desk.emulator.control("/clock", {"advance_seconds": 90})
    desk.emulator.control(f"/calls/{wacid}", {"action": "hang_up"})
    theirs = desk.emulator.control(f"/customers/{desk.wa_id}/calls", {"phone_number_id": desk.number_id})["id"]
    assert ask(desk, "call_analytics", directions="USER_INITIATED")[1]["data_points"] == []
    desk.emulator.control(f"/calls/{theirs}", {"action": "hang_up"})
    status, found = ask(desk, "call_analytics")
    assert (status, found["granularity"]) == (200, "DAILY")
    (point,) = found["data_points"]
    assert (point["count"], point["cost"], 89 <= point["average_duration"] <= 91) == (2, 0, True)
    by = ask(desk, "call_analytics", dimensions="[DIRECTION,COUNTRY]", metric_types="[COUNT]")[1]["data_points"]
    assert [{k: v for k, v in each.items() if k not in {"start", "end"}} for each in by] == [
        {"direction": "BUSINESS_INITIATED", "country": "US", "count": 1},
        {"direction": "USER_INITIATED", "country": "US", "count": 1},
    ]
    one = ask(desk, "call_analytics", directions='["USER_INITIATED"]', granularity="HALF_HOUR")[1]
    assert (one["directions"], [each["average_duration"] for each in one["data_points"]]) == ("USER_INITIATED", [0])
    assert ask(desk, "call_analytics", country_codes="[DE]")[1]["data_points"] == []
    assert ask(desk, "call_analytics", granularity="DAY")[0] == 400
    assert ask(a_desk(desk.emulator), "call_analytics")[1]["data_points"] == []


def test_a_group_is_counted_by_phone_and_by_who_came_and_went(desk: Desk, hook: Hook) -> None:
    club = Club(desk, hook)
    club.enter(club.ada, club.bo)
    club.write(club.ada, "Hello")
    sent = say(desk, club.id)[1]["messages"][0]["id"]
    wait_until(lambda: len(told_of(hook, sent, "delivered")) == 2)
    club.phone(club.bo, f"/chats/{club.id}/read", {})
    club.phone(club.bo, f"/chats/{club.id}/membership", method="DELETE")
    status, answer = edge(desk, "group_analytics", group_ids=f'["{club.id}"]', metric_types=JOINED_AND_MORE)
    assert status == 200 and answer["paging"]["cursors"]
    (listed,) = answer["data"]
    (point,) = listed["data_points"]
    assert (listed["granularity"], point["group_id"], point["end"] - point["start"]) == ("DAILY", club.id, DAY)
    assert [point[name] for name in ("sent", "delivered", "read", "joined", "left")] == [1, 2, 1, 2, 1]
    less = edge(desk, "group_analytics", granularity="", group_ids=club.id, metric_types="[READ]")[1]["data"][0]
    assert less["data_points"][0].keys() == {"group_id", "start", "end", "read"}
    assert ask(desk, "group_analytics", group_ids=club.id, metric_types="[SENT]")[1]["data"][0]["data_points"][0][
        "sent"
    ]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"metric_types": "SENT"}, "must name one group"),
        ({"group_ids": "a,b", "metric_types": "SENT"}, "must name one group"),
        ({"group_ids": "a", "metric_types": "SENT"}, "no group of this account"),
        ({"group_ids": "a"}, "must name some of SENT"),
        ({"group_ids": "a", "metric_types": "COST"}, "metric_types may have"),
        ({"group_ids": "a", "metric_types": "SENT", "granularity": "MONTHLY"}, "granularity"),
        ({"group_ids": "a", "metric_types": "SENT", "start": "1000"}, "within the last 90 days"),
    ],
)
def test_a_wrong_question_about_a_group_is_refused(desk: Desk, asked: dict[str, str], told: str) -> None:
    code, details = refusal(desk, "group_analytics", **asked)
    assert code == 100 and told in details


def test_templates_of_a_group_are_counted_together(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING", components=OFFER)
    desk.template("parcel")
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]
    ids = {each["name"]: each["id"] for each in listed}
    body = {"name": "Spring", "whatsapp_business_templates": [ids["offer"], ids["parcel"]]}
    group = desk.graph("POST", f"/v23.0/{desk.waba_id}/template_groups", body)[1]["id"]
    assert refusal(desk, "template_group_analytics", template_group_ids=group)[0] == 200007
    desk.graph("POST", f"/v23.0/{desk.waba_id}", {"is_enabled_for_insights": True})
    for name in ("offer", "parcel", "parcel"):
        send(desk, hook, name)
    status, answer = edge(desk, "template_group_analytics", template_group_ids=f"[{group}]")
    assert status == 200, answer
    (point,) = answer["data"][0]["data_points"]
    assert (point["template_group_id"], point["sent"], point["delivered"], point["read"]) == (group, 3, 3, 0)
    assert point["cost"][0]["type"] == "amount_spent" and point["cost"][0]["value"] > 0
    assert "no group of templates" in refusal(desk, "template_group_analytics", template_group_ids="1")[1]
    assert "1 to 10 groups" in refusal(desk, "template_group_analytics")[1]


def test_a_group_of_templates_is_read_changed_and_deleted(desk: Desk) -> None:
    desk.template("parcel")
    (template,) = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]
    path = f"/v23.0/{desk.waba_id}/template_groups"
    wrong = {"name": "Spring", "whatsapp_business_templates": ["123"]}
    assert "no template of this account" in str(desk.graph("POST", path, wrong)[1])
    assert desk.graph("POST", path, {"name": "Spring"})[0] == 400
    made = {"name": "Spring", "description": "Until May", "whatsapp_business_templates": [template["id"]]}
    group = desk.graph("POST", path, made)[1]["id"]
    assert desk.graph("GET", path)[1]["data"] == [{"id": group, "name": "Spring"}]
    desk.graph("POST", f"/v23.0/{group}", {"name": "Summer"})
    whole = desk.graph("GET", f"/v23.0/{group}?fields=name,description,whatsapp_business_templates")[1]
    assert (whole["name"], whole["description"]) == ("Summer", "Until May")
    assert whole["whatsapp_business_templates"]["data"] == [{"id": template["id"], "name": "parcel"}]
    assert a_desk(desk.emulator).graph("GET", f"/v23.0/{group}")[1]["error"]["error_subcode"] == 33
    assert desk.graph("DELETE", f"/v23.0/{group}")[1] == {"success": True}
    assert desk.graph("GET", path)[1]["data"] == []


def test_links_under_a_template_are_counted_with_who_followed_them(desk: Desk, hook: Hook) -> None:
    see = {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "See them", "url": "https://example.com/new"}]}
    desk.template("offer", category="MARKETING", components=[*OFFER, see])
    (template,) = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates")[1]["data"]
    desk.graph("POST", f"/v23.0/{desk.waba_id}", {"is_enabled_for_insights": True})
    sent = send(desk, hook, "offer")
    path = f"/phone/api/customers/{desk.wa_id}/chats/{desk.number_id}/messages/{sent}/links"
    assert desk.emulator.call("POST", path, {"title": "See them"})[0] == 200
    assert desk.emulator.call("POST", path, {"title": "Another"})[0] == 400
    again = {"phone_number_id": desk.number_id, "message_id": sent, "title": "See them"}
    desk.emulator.control(f"/customers/{desk.wa_id}/links", again)
    (point,) = edge(desk, "template_analytics", template_ids=template["id"])[1]["data"][0]["data_points"]
    assert point["clicked"] == [
        {"type": "url_button", "button_content": "See them", "count": 2},
        {"type": "unique_url_button", "button_content": "See them", "count": 1},
    ]
    cost = {each["type"]: each["value"] for each in point["cost"]}
    assert cost["cost_per_url_button_click"] == cost["amount_spent"] / 2 > 0
