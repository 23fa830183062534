"""What becomes of a template that stands: events that are no status, another category, what people think of it."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until
from tests.emulator.test_templates import BODY, body, filled, hand_in, shown, told

DAY = 86_400
STATUS, CATEGORY, QUALITY = (
    "message_template_status_update",
    "template_category_update",
    "message_template_quality_update",
)


def the_template(desk: Desk, name: str = "parcel") -> str:
    return str(desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?name={name}")[1]["data"][0]["id"])


def decide(desk: Desk, status: str, **more: Any) -> None:
    meant = {"name": "parcel", "waba_id": desk.waba_id, "status": status, **more}
    desk.emulator.control("/templates/status", meant)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Hello {{1}}, reply with your password and we go on.", "en_US", "ABUSIVE_CONTENT"),
        ("Hello {{1}}, claim your prize before Friday ends.", "en_US", "SCAM"),
        ("Hello {{1}}, take part in our raffle on Friday at noon.", "en_US", "PROMOTIONAL"),
        ("Hello {{1}}, your verification code waits for you here.", "en_US", "INCORRECT_CATEGORY"),
        ("Hello {{1}}, your booking code is on the way to you.", "en_US", "NONE"),
        ("Hello {{1}}, your parcel is here and waits for you.", "es", "TAG_CONTENT_MISMATCH"),
        ("Hola {{1}}, su paquete está aquí para usted y lo guardamos.", "es", "NONE"),
        ("Bonjour {{1}}, votre colis est arrivé et vous attend dans le magasin.", "pt_BR", "TAG_CONTENT_MISMATCH"),
        ("Bonjour {{1}}, votre colis est arrivé et vous attend dans le magasin.", "fr", "NONE"),
        ("مرحبا {{1}}، وصلت الشحنة وهي بانتظارك هنا.", "en_US", "TAG_CONTENT_MISMATCH"),
        ("مرحبا {{1}}، وصلت الشحنة وهي بانتظارك هنا.", "ar", "NONE"),
        ("Hello {{1}}, your parcel is here and waits for you.", "hi", "TAG_CONTENT_MISMATCH"),
        ("नमस्ते {{1}}, आपका पार्सल यहाँ है और आपकी प्रतीक्षा में है।", "hi", "NONE"),
        ("OK {{1}}: 12/3 at 10.", "fr", "NONE"),
    ],
)
def test_each_documented_reason_has_its_cause(desk: Desk, hook: Hook, text: str, language: str, reason: str) -> None:
    whole = {"name": "parcel", "language": language, "category": "UTILITY", "components": body(text)}
    status, answer = desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", whole)
    assert status == 200, answer
    wait_until(lambda: told(hook, answer["id"], STATUS))
    assert told(hook, answer["id"], STATUS)[0]["reason"] == reason
    assert shown(desk, answer["id"], "status") == ("APPROVED" if reason == "NONE" else "REJECTED",)


def test_a_wrong_form_is_told_with_what_to_do(desk: Desk, hook: Hook) -> None:
    first = hand_in(desk, "first", BODY)
    wait_until(lambda: shown(desk, first, "status") == ("APPROVED",))
    second = hand_in(desk, "second", BODY)
    wait_until(lambda: told(hook, second, STATUS))
    rejected = told(hook, second, STATUS)[0]
    assert (rejected["event"], rejected["reason"]) == ("REJECTED", "INVALID_FORMAT")
    assert "first" in rejected["rejection_info"]["reason"] and rejected["rejection_info"]["recommendation"]
    assert "rejection_info" not in told(hook, first, STATUS)[0]


def test_flagged_is_told_with_its_day_and_ends_in_disabled(emulator_apart: Emulator, hook_apart: Hook) -> None:
    desk = a_desk(emulator_apart)
    desk.template()
    template = the_template(desk)
    decide(desk, "FLAGGED")
    assert shown(desk, template, "status") == ("APPROVED",)
    assert desk.post(type="template", template=filled("parcel"))[0] == 200
    wait_until(lambda: told(hook_apart, template, STATUS))
    day = datetime.fromtimestamp(emulator_apart.control("/clock")["now"] + 7 * DAY, UTC)
    flagged = told(hook_apart, template, STATUS)[0]
    assert flagged["event"] == "FLAGGED" and str(day.year) in flagged["disable_info"]["disable_date"]
    emulator_apart.control("/clock", {"advance_seconds": 7 * DAY + 1})
    assert shown(desk, template, "status") == ("DISABLED",)
    decide(desk, "REINSTATED")
    assert shown(desk, template, "status") == ("APPROVED",)
    decide(desk, "FLAGGED")
    decide(desk, "REINSTATED")
    emulator_apart.control("/clock", {"advance_seconds": 7 * DAY + 1})
    assert shown(desk, template, "status") == ("APPROVED",)
    events = ["FLAGGED", "DISABLED", "REINSTATED", "FLAGGED", "REINSTATED"]
    wait_until(lambda: [each["event"] for each in told(hook_apart, template, STATUS)] == events)


def test_a_locked_one_is_sent_and_not_edited(desk: Desk, hook: Hook) -> None:
    desk.template()
    template = the_template(desk)
    decide(desk, "LOCKED")
    assert shown(desk, template, "status") == ("APPROVED",)
    assert desk.post(type="template", template=filled("parcel"))[0] == 200
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(BODY)})[1]["error"]["error_subcode"] == 2388039
    decide(desk, "REINSTATED")
    assert desk.graph("POST", f"/v23.0/{template}", {"components": body(BODY)})[0] == 200
    wait_until(lambda: [each["event"] for each in told(hook, template, STATUS)][:2] == ["LOCKED", "REINSTATED"])


@pytest.mark.parametrize(
    "wrong", [{"status": "SOMEHOW"}, {"status": "REJECTED", "reason": "BECAUSE"}, {"status": None}]
)
def test_there_are_no_other_states_and_reasons(desk: Desk, wrong: dict[str, Any]) -> None:
    desk.template()
    meant = {"name": "parcel", "waba_id": desk.waba_id, **wrong}
    assert desk.emulator.call("POST", "/control/templates/status", meant)[0] == 400
    assert shown(desk, the_template(desk), "status") == ("APPROVED",)


def test_another_category_is_announced_and_comes_on_the_first(emulator_apart: Emulator, hook_apart: Hook) -> None:
    desk = a_desk(emulator_apart)
    desk.template()
    template = the_template(desk)
    emulator_apart.control("/templates/category", {"name": "parcel", "waba_id": desk.waba_id, "category": "MARKETING"})
    assert shown(desk, template, "category", "correct_category") == ("UTILITY", "MARKETING")
    wait_until(lambda: told(hook_apart, template, CATEGORY))
    notice = told(hook_apart, template, CATEGORY)[0]
    assert (notice["correct_category"], notice["new_category"]) == ("MARKETING", "UTILITY")
    now, at = emulator_apart.control("/clock")["now"], notice["category_update_timestamp"]
    day = datetime.fromtimestamp(at, UTC)
    assert (day.day, day.hour, day.minute) == (1, 0, 0) and DAY - 5 <= at - now <= 32 * DAY + 5
    listed = desk.graph("GET", f"/v23.0/{desk.waba_id}/message_templates?correct_category=MARKETING")[1]["data"]
    assert [each["id"] for each in listed] == [template]
    emulator_apart.control("/clock", {"advance_seconds": at - now - 60})
    assert shown(desk, template, "category") == ("UTILITY",)
    emulator_apart.control("/clock", {"advance_seconds": 61})
    fields = ("category", "previous_category", "correct_category")
    assert shown(desk, template, *fields) == ("MARKETING", "UTILITY", None)
    wait_until(lambda: len(told(hook_apart, template, CATEGORY)) == 2)
    done = told(hook_apart, template, CATEGORY)[1]
    assert (done["previous_category"], done["new_category"]) == ("UTILITY", "MARKETING")


def test_who_was_warned_for_misuse_gets_no_notice(desk: Desk) -> None:
    desk.template()
    desk.emulator.control(f"/accounts/{desk.waba_id}/category-misuse", {})
    desk.emulator.control("/templates/category", {"name": "parcel", "waba_id": desk.waba_id, "category": "MARKETING"})
    assert shown(desk, the_template(desk), "category", "correct_category") == ("MARKETING", None)


def has_arrived(desk: Desk, person: str) -> bool:
    path = f"/customers/{person}/messages?phone_number_id={desk.number_id}"
    return bool(desk.emulator.control(path)["items"][-1]["status"] == "delivered")


def to_people(desk: Desk, first: int, count: int, **act: Any) -> None:
    """So many people get the template, and do that then."""
    for index in range(first, first + count):
        person = f"1558{desk.wa_id[4:8]}{index:03d}"
        desk.emulator.control("/customers", {"wa_id": person, "name": "Bo"})
        desk.send(to=person, type="template", template=filled("parcel"))
        wait_until(partial(has_arrived, desk, person))
        if act:
            desk.emulator.control(f"/customers/{person}/block", {"phone_number_id": desk.number_id, **act})


def test_blocks_and_reports_lower_its_quality_pause_it_and_in_the_end_disable_it(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    desk.template()
    template = the_template(desk)

    def score() -> str:
        return str(shown(desk, template, "quality_score")[0]["score"])

    to_people(desk, 0, 2, blocked=True)
    assert score() == "UNKNOWN"
    to_people(desk, 2, 1, blocked=True)
    assert (score(), shown(desk, template, "status")) == ("YELLOW", ("APPROVED",))
    to_people(desk, 3, 1, blocked=False, report=True)
    assert (score(), shown(desk, template, "status")) == ("RED", ("PAUSED",))
    assert desk.post(type="template", template=filled("parcel"))[1]["error"]["code"] == 132015
    for hours, first in ((3, 4), (6, 6)):
        own_emulator.control("/clock", {"advance_seconds": hours * 3600 + 1})
        assert (score(), shown(desk, template, "status")) == ("UNKNOWN", ("APPROVED",))
        to_people(desk, first, 2, blocked=True, report=True)
        assert score() == "RED"
    assert shown(desk, template, "status") == ("DISABLED",)


def test_what_people_take_well_becomes_green_also_over_a_restart(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator, throughput="HIGH")
    own_emulator.control("/portfolios", {"waba_ids": [desk.waba_id], "limit": "TIER_10K"})
    desk.template()
    template = the_template(desk)
    to_people(desk, 0, 100)
    own_emulator.stop()
    own_emulator.start()
    own_emulator.control("/clock", {"advance_seconds": 6 * 3600 + 1})
    assert shown(desk, template, "quality_score")[0]["score"] == "GREEN"
    to_people(desk, 100, 3, blocked=True)
    assert shown(desk, template, "quality_score")[0]["score"] == "YELLOW"
    own_emulator.stop()
    own_emulator.start()
    own_emulator.control("/clock", {"advance_seconds": 8 * DAY})
    assert shown(desk, template, "quality_score")[0]["score"] == "GREEN"


def test_a_block_after_an_ordinary_answer_is_not_the_templates(open_desk: Desk) -> None:
    open_desk.template()
    for _ in range(3):
        open_desk.send()
    open_desk.emulator.control(f"/customers/{open_desk.wa_id}/block", {"phone_number_id": open_desk.number_id})
    assert shown(open_desk, the_template(open_desk), "quality_score")[0]["score"] == "UNKNOWN"
