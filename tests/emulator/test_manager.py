"""What the manager's page is told."""

from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Hook, wait_until


def account(desk: Desk) -> dict[str, Any]:
    status, overview = desk.emulator.call("GET", "/manager/api/overview")
    assert status == 200
    accounts = [each for portfolio in overview["portfolios"] for each in portfolio["accounts"]]
    found: dict[str, Any] = next(each for each in accounts if each["waba_id"] == desk.waba_id)
    return found


def changes_of_category(hook: Hook) -> list[tuple[str, str, str]]:
    told = [each["value"] for each in hook.changes if each["field"] == "template_category_update"]
    return [(each["message_template_name"], each["previous_category"], each["new_category"]) for each in told]


def posts(desk: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.emulator.call("GET", "/manager/api/overview")[1]["posts"]
    return found


def test_it_sees_numbers_templates_and_how_sends_fare(open_desk: Desk, hook: Hook) -> None:
    open_desk.template("parcel", status="REJECTED", rejected_reason="SCAM")
    hook.wait_for(open_desk.send(), "delivered")
    seen = account(open_desk)
    (number,) = seen["numbers"]
    assert number["phone_number_id"] == open_desk.number_id and sum(number["sent"].values()) == 1
    (template,) = seen["templates"]
    assert (template["status"], template["reason"]) == ("REJECTED", "SCAM")
    assert template["body"].startswith("Hello") and "access_token" not in str(seen)


def test_it_sees_what_was_decided_of_the_account(desk: Desk) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/restriction", {"days": 3})
    assert account(desk)["restrictions"][0]["restriction_type"] == "RESTRICTED_BIZ_INITIATED_MESSAGING"
    desk.emulator.control(f"/accounts/{desk.waba_id}/appeal", {"granted": True})
    assert account(desk)["appeal"]["granted"] is True


def test_a_template_is_decided_on_in_one_account_only(desk: Desk) -> None:
    other = a_desk(desk.emulator)
    desk.template("shared")
    other.template("shared")
    decision = {"name": "shared", "waba_id": desk.waba_id, "status": "REJECTED", "reason": "SCAM"}
    desk.emulator.control("/templates/status", decision)
    assert [each["reason"] for each in account(desk)["templates"]] == ["SCAM"]
    assert [each["status"] for each in account(other)["templates"]] == ["APPROVED"]


def test_violations_stand_with_what_and_when(desk: Desk) -> None:
    desk.emulator.control(f"/accounts/{desk.waba_id}/violation", {"type": "SPAM"})
    desk.emulator.control(f"/accounts/{desk.waba_id}/violation", {"type": "ALCOHOL"})
    newest, first = account(desk)["newest_violations"]
    assert (newest["type"], first["type"]) == ("ALCOHOL", "SPAM") and newest["at"] >= first["at"] > 0


def test_a_template_is_found_to_be_of_another_category(desk: Desk, hook: Hook) -> None:
    desk.template("offer")
    change = {"name": "offer", "waba_id": desk.waba_id, "category": "MARKETING"}
    desk.emulator.control("/templates/category", {**change, "category": "UTILITY"})
    desk.emulator.control("/templates/category", change)
    assert [each["category"] for each in account(desk)["templates"]] == ["MARKETING"]
    wait_until(lambda: ("offer", "UTILITY", "MARKETING") in changes_of_category(hook))
    assert desk.emulator.call("POST", "/control/templates/category", {**change, "category": "X"})[0] == 400


def test_posts_stand_with_their_answers_and_are_made_again(open_desk: Desk, hook: Hook) -> None:
    emulator = open_desk.emulator
    hook.status = 503
    wamid = open_desk.send()
    wait_until(lambda: any(each["answer"] == 503 and each["next_try"] for each in posts(open_desk)))
    hook.status = 200
    hook.wait_for(wamid, "delivered")
    wait_until(lambda: any(each["answer"] == 200 and each["attempt"] > 1 for each in posts(open_desk)))
    taken = next(each for each in posts(open_desk) if each["answer"] == 200 and "messages" in each["fields"])
    before = len(hook.changes)
    assert emulator.control(f"/webhooks/posts/{taken['number']}/again", {}) == {"updates": taken["updates"]}
    wait_until(lambda: len(hook.changes) >= before + taken["updates"])
    assert emulator.call("POST", "/control/webhooks/posts/0/again")[0] == 404
