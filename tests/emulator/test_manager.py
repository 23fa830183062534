"""What the manager's page is told."""

from pathlib import Path
from typing import Any

from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until


def account(desk: Desk) -> dict[str, Any]:
    status, overview = desk.emulator.call("GET", "/manager/api/overview")
    assert status == 200
    accounts = [each for portfolio in overview["portfolios"] for each in portfolio["accounts"]]
    found: dict[str, Any] = next(each for each in accounts if each["waba_id"] == desk.waba_id)
    return found


def pieces(hook: Hook) -> int:
    """How many updates came, however they were put together."""
    values = [change["value"] for change in list(hook.changes)]
    return sum(len(value.get("messages") or value.get("statuses") or [value]) for value in values)


def changes_of_category(hook: Hook) -> list[tuple[str, str, str]]:
    told = [each["value"] for each in hook.changes if each["field"] == "template_category_update"]
    return [(each["message_template_name"], each.get("previous_category"), each["new_category"]) for each in told]


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
    (announced,) = account(desk)["templates"]
    assert (announced["category"], announced["correct_category"]) == ("UTILITY", "MARKETING")
    assert announced["category_changes_at"] > 0
    desk.emulator.control("/templates/category", {**change, "at_once": True})
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
    before = pieces(hook)
    assert emulator.control(f"/webhooks/posts/{taken['number']}/again", {}) == {"updates": taken["updates"]}
    wait_until(lambda: pieces(hook) >= before + taken["updates"])
    assert emulator.call("POST", "/control/webhooks/posts/0/again")[0] == 404


def test_an_appeal_stands_with_its_words_and_its_answer(desk: Desk) -> None:
    control, path = desk.emulator.control, f"/accounts/{desk.waba_id}"
    control(f"{path}/restriction", {"days": 30})
    control(f"{path}/appeal", {"granted": False, "words": "We asked each of them before we wrote."})
    waiting = account(desk)["appeal"]
    assert waiting["words"] == "We asked each of them before we wrote."
    assert waiting["at"] - waiting["asked_at"] == 24 * 3_600
    control("/clock", {"advance_seconds": 24 * 3_600 + 1})
    wait_until(lambda: account(desk)["appeals"])
    control(f"{path}/appeal", {"granted": True, "words": "Please look once more."})
    control("/clock", {"advance_seconds": 24 * 3_600 + 1})
    wait_until(lambda: len(account(desk)["appeals"]) == 2)
    newest, first = account(desk)["appeals"]
    assert (newest["words"], first["words"]) == ("Please look once more.", "We asked each of them before we wrote.")
    assert newest["answer"].endswith("is taken back.") and first["answer"].endswith("stays.")
    assert account(desk)["restrictions"] == []
    control(f"{path}/restriction", {"days": 3})
    long = {"granted": True, "words": "a" * 2_001}
    assert desk.emulator.call("POST", f"/control{path}/appeal", long)[0] == 400


def test_a_review_lasts_until_a_time_of_the_platforms_clock(tmp_path: Path) -> None:
    emulator = Emulator(tmp_path, "--approved-after", "3600").start()
    desk = a_desk(emulator)
    body = {"name": "parcel", "language": "en_US", "category": "UTILITY"}
    body["components"] = [{"type": "BODY", "text": "Your parcel is here."}]  # type: ignore[assignment]
    assert desk.graph("POST", f"/v23.0/{desk.waba_id}/message_templates", body)[1]["status"] == "PENDING"
    desk.graph("POST", f"/v23.0/{desk.number_id}", {"new_display_name": "Northbank Cards"})

    def left() -> list[float]:
        seen, now = account(desk), float(emulator.control("/clock")["now"])
        return [each["review_until"] - now for each in (*seen["templates"], *seen["numbers"]) if each["review_until"]]

    assert [3_590 < each <= 3_600 for each in left()] == [True, True]
    emulator.stop()
    emulator.start()
    assert len(left()) == 2
    emulator.control("/clock", {"advance_seconds": 3_601})
    assert left() == []
    assert account(desk)["templates"][0]["status"] == "APPROVED"
    assert account(desk)["numbers"][0]["verified_name"] == "Northbank Cards"
    emulator.stop()


def test_a_rating_stands_with_what_it_comes_from(open_desk: Desk, hook: Hook) -> None:
    open_desk.emulator.control("/clock", {"reset": True})
    hook.wait_for(open_desk.send(), "delivered")
    block = {"phone_number_id": open_desk.number_id, "blocked": True, "report": True, "reason": "spam"}
    open_desk.emulator.control(f"/customers/{open_desk.wa_id}/block", block)
    (number,) = account(open_desk)["numbers"]
    week = number["week"]
    assert (week["delivered"], week["read"], week["blocks"], week["reports"]) == (1, 0, 1, 1)
    assert (week["reasons"], week["weight"], week["share"]) == ({"spam": 1}, 3.0, 3.0)
    open_desk.emulator.control("/clock", {"advance_seconds": 8 * 86_400})
    gone = account(open_desk)["numbers"][0]["week"]
    assert (gone["blocks"], gone["reports"], gone["reasons"]) == (0, 0, {})
    open_desk.emulator.control("/clock", {"reset": True})


def test_the_last_days_are_counted_with_their_price(desk: Desk, hook: Hook) -> None:
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Hello {{1}}, it is spring."}])
    desk.write()
    hook.wait_for(desk.send(), "delivered")
    part = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": "offer", "language": {"code": "en_US"}, "components": [part]}
    sent = desk.send(type="template", template=template)
    hook.wait_for(sent, "delivered")
    desk.emulator.control(f"/customers/{desk.wa_id}/read", {"phone_number_id": desk.number_id})
    hook.wait_for(sent, "read")
    status, seen = desk.emulator.call("GET", f"/manager/api/accounts/{desk.waba_id}/figures")
    assert status == 200 and len(seen["days"]) == 7 and seen["currency"] == "USD"
    totals = [sum(day[name] for day in seen["days"]) for name in ("sent", "delivered", "read", "received")]
    assert totals == [2, 2, 2, 1]
    assert [day["sent"] for day in seen["days"]][-1] == 2
    assert [(each["category"], each["volume"]) for each in seen["prices"]] == [("MARKETING", 1), ("SERVICE", 1)]
    assert seen["prices"][0]["cost"] > 0 == seen["prices"][1]["cost"]
    assert desk.emulator.call("GET", "/manager/api/accounts/1/figures")[0] == 404
