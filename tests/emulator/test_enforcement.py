"""What the platform decides about a business: limits, quality, restrictions, bans, names, and what it tells."""

from typing import Any

import pytest

from parley_emulator.ids import business_id
from tests.emulator.conftest import Desk, a_desk
from tests.emulator.running import Emulator, Hook, wait_until

DAY = 86_400
TEXT = {"type": "text", "text": {"body": "Hi"}}


def told(hook: Hook, field: str, of: str = "", **parts: Any) -> list[dict[str, Any]]:
    """Values of that field which hold those parts, of that account or of any."""
    changes = [change for change in list(hook.changes) if change["field"] == field and of in ("", change["of"])]
    values = [change["value"] for change in changes]
    return [value for value in values if parts.items() <= value.items()]


def a_parcel(to: str) -> dict[str, Any]:
    parameters = [{"type": "text", "text": "Ada"}]
    template = {"name": "parcel", "language": {"code": "en_US"}}
    return {
        "to": to,
        "type": "template",
        "template": {**template, "components": [{"type": "body", "parameters": parameters}]},
    }


def code_of(answer: tuple[int, Any]) -> int:
    return int(answer[1].get("error", {}).get("code", 0))


@pytest.fixture
def timed(emulator: Emulator, desk: Desk) -> Any:
    """A desk whose clock is set back afterwards."""
    yield desk
    emulator.control("/clock", {"reset": True})


def account(desk: Desk, what: str, **body: Any) -> Any:
    return desk.emulator.control(f"/accounts/{desk.waba_id}/{what}", body)


def number(desk: Desk, what: str, **body: Any) -> Any:
    return desk.emulator.control(f"/numbers/{desk.number_id}/{what}", body)


def test_a_restriction_on_starting_leaves_answers_alone_and_ends_by_itself(timed: Desk, hook: Hook) -> None:
    timed.template()
    account(timed, "restriction", days=1)
    assert code_of(timed.post(**a_parcel(timed.wa_id))) == 368
    wait_until(lambda: told(hook, "account_update", timed.waba_id, event="ACCOUNT_RESTRICTION"))
    (restriction,) = told(hook, "account_update", timed.waba_id, event="ACCOUNT_RESTRICTION")[-1]["restriction_info"]
    assert restriction["restriction_type"] == "RESTRICTED_BIZ_INITIATED_MESSAGING"
    assert timed.graph("GET", f"/v23.0/{timed.waba_id}?fields=status")[1]["status"] == "RESTRICTED"
    timed.write()
    assert timed.post(**TEXT)[0] == 200
    timed.emulator.control("/clock", {"advance_seconds": DAY + 5})
    assert timed.post(**a_parcel(timed.wa_id))[0] == 200
    assert timed.graph("GET", f"/v23.0/{timed.waba_id}?fields=status")[1]["status"] == "ACTIVE"


def test_a_restriction_on_answering_stops_everything_until_it_is_lifted(open_desk: Desk) -> None:
    account(open_desk, "restriction", types=["RESTRICTED_CUSTOMER_INITIATED_MESSAGING"])
    assert code_of(open_desk.post(**TEXT)) == 368
    account(open_desk, "restriction", lift=True)
    assert open_desk.post(**TEXT)[0] == 200


def test_violations_climb_a_ladder_that_ends_with_a_ban(desk: Desk, hook: Hook) -> None:
    follows = [account(desk, "violation", type="ALCOHOL")["follows"] for _ in range(8)]
    assert follows == ["WARNING", *["RESTRICTION"] * 6, "BAN"]
    wait_until(lambda: told(hook, "account_update", event="DISABLED_UPDATE"))
    assert told(hook, "account_update", violation_info={"violation_type": "ALCOHOL"})
    assert code_of(desk.post(**TEXT)) == 131031


def test_a_grave_violation_ends_the_account_and_an_appeal_brings_it_back(timed: Desk, hook: Hook) -> None:
    timed.write()
    assert account(timed, "violation", type="SCAM")["follows"] == "BAN"
    assert code_of(timed.post(**TEXT)) == 131031
    assert timed.graph("GET", f"/v23.0/{timed.number_id}?fields=status")[1]["status"] == "BANNED"
    health = timed.graph("GET", f"/v23.0/{timed.number_id}?fields=health_status")[1]["health_status"]
    assert health["can_send_message"] == "BLOCKED"
    account(timed, "appeal")
    assert timed.emulator.call("POST", f"/control/accounts/{timed.waba_id}/appeal", {})[0] == 400
    timed.emulator.control("/clock", {"advance_seconds": DAY + 5})
    wait_until(
        lambda: [v for v in told(hook, "account_update") if v.get("ban_info", {}).get("waba_ban_state") == "REINSTATE"]
    )
    timed.write()
    assert timed.post(**TEXT)[0] == 200


def test_an_appeal_may_be_in_vain(timed: Desk) -> None:
    account(timed, "ban")
    account(timed, "appeal", granted=False)
    timed.emulator.control("/clock", {"advance_seconds": DAY + 5})
    shown = timed.emulator.control(f"/accounts/{timed.waba_id}")
    assert (shown["status"], shown["appeal"]) == ("DISABLED", None)


def test_a_ban_may_be_told_before_it_comes(timed: Desk) -> None:
    account(timed, "ban", in_days=2)
    timed.write()
    assert timed.post(**TEXT)[0] == 200
    timed.emulator.control("/clock", {"advance_seconds": 2 * DAY + 5})
    timed.emulator.control("/customers", {"wa_id": timed.wa_id, "name": "Ada"})
    assert timed.emulator.control(f"/accounts/{timed.waba_id}")["status"] == "DISABLED"


def test_what_costs_money_waits_for_a_payment_that_works(desk: Desk) -> None:
    desk.template()
    account(desk, "payment", problem=True)
    assert code_of(desk.post(**a_parcel(desk.wa_id))) == 131042
    desk.write()
    assert desk.post(**TEXT)[0] == 200
    assert desk.post(**a_parcel(desk.wa_id))[0] == 200, "utility in an open window costs nothing"
    account(desk, "payment", problem=False)
    desk.emulator.control("/customers", {"wa_id": "15567770001", "name": "Bo"})
    assert desk.post(**a_parcel("15567770001"))[0] == 200


def test_utility_is_capped_while_marketing_goes_on(desk: Desk) -> None:
    desk.template()
    desk.template("offer", category="MARKETING", components=[{"type": "BODY", "text": "Our offers."}])
    account(desk, "restriction", types=["RATE_LIMITED_UTILITY_TEMPLATE_MESSAGING"], days=7)
    assert code_of(desk.post(**a_parcel(desk.wa_id))) == 131064
    offer = {"type": "template", "template": {"name": "offer", "language": {"code": "en_US"}}}
    assert desk.post(**offer)[0] == 200


def test_a_portfolio_starts_only_so_many_conversations_in_a_day_over_all_its_numbers(timed: Desk, hook: Hook) -> None:
    other = a_desk(timed.emulator)
    for each in (timed, other):
        each.template()
        each.set_number(throughput="HIGH")
    timed.emulator.control("/portfolios", {"waba_ids": [timed.waba_id, other.waba_id], "limit": "TIER_250"})
    wait_until(lambda: told(hook, "business_capability_update", max_daily_conversations_per_business=250))
    people = [f"1557{index:07d}" for index in range(251)]
    for index, wa_id in enumerate(people[:250]):
        assert (timed if index % 2 else other).post(**a_parcel(wa_id))[0] == 200
    status, answer = timed.post(**a_parcel(people[250]))
    assert (status, answer["error"]["code"]) == (400, 131048)
    assert "messaging limit" in answer["error"]["error_data"]["details"]
    assert timed.post(**a_parcel(people[1]))[0] == 200, "somebody who was counted already"
    timed.write()
    assert timed.post(**TEXT)[0] == 200, "answers are never limited"
    timed.emulator.control("/clock", {"advance_seconds": DAY + 5})
    assert timed.post(**a_parcel(people[250]))[0] == 200


def test_a_limit_that_is_used_rises_at_the_next_round(timed: Desk, hook: Hook) -> None:
    business = timed.emulator.control("/portfolios", {"waba_ids": [timed.waba_id], "limit": "TIER_250"})["business_id"]
    timed.emulator.control("/clock", {"advance_seconds": 6 * 3_600 + 5})
    fields = "whatsapp_business_manager_messaging_limit"
    assert timed.graph("GET", f"/v24.0/{timed.number_id}?fields={fields}")[1][fields] == "TIER_2K"
    timed.emulator.control("/clock", {"advance_seconds": 6 * 3_600 + 5})
    assert timed.graph("GET", f"/v24.0/{timed.number_id}?fields={fields}")[1][fields] == "TIER_2K", "not used"
    assert business == business_id(timed.waba_id)
    wait_until(lambda: told(hook, "business_capability_update", max_daily_conversations_per_business=2_000))


def test_blocks_and_reports_lower_the_quality_and_better_days_raise_it(timed: Desk, hook: Hook) -> None:
    people = [f"1558{index:07d}" for index in range(12)]
    for wa_id in people:
        timed.emulator.control("/customers", {"wa_id": wa_id, "name": "Bo"})
        block = {"phone_number_id": timed.number_id, "blocked": True, "report": True}
        timed.emulator.control(f"/customers/{wa_id}/block", block)

    def shown() -> dict[str, Any]:
        return dict(timed.graph("GET", f"/v23.0/{timed.number_id}?fields=quality_rating,status")[1])

    assert shown()["quality_rating"] == "RED" and shown()["status"] == "CONNECTED"
    timed.template()
    assert code_of(timed.post(**a_parcel(timed.wa_id))) == 131048
    for day in range(1, 9):
        block = {"phone_number_id": timed.number_id, "blocked": True, "report": True}
        for index in range(8):
            wa_id = f"1559{day:03d}{index:04d}"
            timed.emulator.control("/customers", {"wa_id": wa_id, "name": "Bo"})
            timed.emulator.control(f"/customers/{wa_id}/block", block)
        timed.emulator.control("/clock", {"advance_seconds": DAY})
    assert shown()["status"] == "FLAGGED"
    wait_until(lambda: told(hook, "phone_number_quality_update", event="FLAGGED", display_phone_number=timed.digits))
    timed.emulator.control("/clock", {"advance_seconds": 8 * DAY})
    assert shown() == {"quality_rating": "GREEN", "status": "CONNECTED", "id": timed.number_id}
    wait_until(lambda: told(hook, "phone_number_quality_update", event="UNFLAGGED", display_phone_number=timed.digits))


def test_a_throughput_upgrade_takes_a_minute_and_is_told(timed: Desk, hook: Hook) -> None:
    timed.write()
    number(timed, "throughput")
    assert code_of(timed.post(**TEXT)) == 131057
    timed.emulator.control("/clock", {"advance_seconds": 61})
    assert timed.post(**TEXT)[0] == 200
    assert timed.graph("GET", f"/v23.0/{timed.number_id}?fields=throughput")[1]["throughput"] == {"level": "HIGH"}
    event = {"event": "THROUGHPUT_UPGRADE", "display_phone_number": timed.digits}
    wait_until(lambda: told(hook, "phone_number_quality_update", **event))


def test_a_number_beside_the_business_app_sends_twenty_a_second(desk: Desk, hook: Hook) -> None:
    number(desk, "coexistence", on=True)
    desk.template()
    codes = [code_of(desk.post(**a_parcel(f"1553{index:07d}"))) for index in range(25)]
    assert codes[:20] == [0] * 20 and 130429 in codes[20:]


def test_a_given_number_waits_for_its_name_and_the_decision_is_told(open_desk: Desk, hook: Hook) -> None:
    number(open_desk, "name", decision="REJECTED", reason="NAME_NOT_CONSISTENT")
    assert code_of(open_desk.post(**TEXT)) == 131037
    number(open_desk, "name", decision="APPROVED")
    assert open_desk.post(**TEXT)[0] == 200
    decision = {
        "display_phone_number": open_desk.digits,
        "decision": "REJECTED",
        "rejection_reason": "NAME_NOT_CONSISTENT",
    }
    wait_until(lambda: told(hook, "phone_number_name_update", **decision))


def test_a_new_name_is_reviewed_after_a_while(desk: Desk, hook: Hook) -> None:
    path = f"/v23.0/{desk.number_id}"
    assert desk.graph("POST", path, {"new_display_name": "Northbank Support"}) == (200, {"success": True})
    shown = desk.graph("GET", f"{path}?fields=new_display_name,new_name_status,verified_name")[1]
    assert shown["verified_name"] == "Northbank"
    approved = {"decision": "APPROVED", "requested_verified_name": "Northbank Support"}
    wait_until(lambda: told(hook, "phone_number_name_update", **approved))
    assert desk.graph("GET", f"{path}?fields=verified_name")[1]["verified_name"] == "Northbank Support"
    assert desk.graph("POST", path, {"new_display_name": "www.northbank.example"})[0] == 200
    rejected = {"decision": "REJECTED", "rejection_reason": "NAME_FORMAT_UNACCEPTABLE"}
    wait_until(lambda: told(hook, "phone_number_name_update", display_phone_number=desk.digits, **rejected))


def test_reviews_alerts_removals_and_anything_else_are_told(desk: Desk, hook: Hook) -> None:
    account(desk, "review", decision="REJECTED")
    assert code_of(desk.post(**TEXT)) == 131031
    account(desk, "review", decision="APPROVED")
    account(desk, "alert", type="PROFILE_PICTURE_LOST")
    account(desk, "event", field="account_update", value={"event": "AD_ACCOUNT_LINKED", "mark": desk.waba_id})
    account(desk, "partner-removal", reason="PRIMARY_INACTIVITY", initiated_by="SYSTEM")
    number(desk, "pin", event="PIN_RESET_REQUEST", requester="61550001")
    number(desk, "mark", approved=True)
    wait_until(lambda: told(hook, "security", display_phone_number=desk.digits))
    wait_until(lambda: told(hook, "account_alerts", entity_id=desk.number_id))
    assert told(hook, "account_review_update", decision="REJECTED")
    assert told(hook, "account_alerts", entity_id=business_id(desk.waba_id))
    assert told(hook, "account_update", mark=desk.waba_id)
    removed = [
        v for v in told(hook, "account_update", event="PARTNER_REMOVED") if v["waba_info"]["waba_id"] == desk.waba_id
    ]
    assert removed[0]["disconnection_info"] == {"reason": "PRIMARY_INACTIVITY", "initiated_by": "SYSTEM"}
    assert code_of(desk.post(**TEXT)) == 133010


def test_what_was_decided_outlives_a_restart(own_emulator: Emulator) -> None:
    desk = a_desk(own_emulator)
    account(desk, "restriction", days=30)
    account(desk, "appeal")
    number(desk, "throughput")
    own_emulator.stop()
    own_emulator.start()
    assert own_emulator.control(f"/accounts/{desk.waba_id}")["restrictions"]
    own_emulator.control("/clock", {"advance_seconds": DAY + 5})
    shown = own_emulator.control(f"/accounts/{desk.waba_id}")
    assert (shown["restrictions"], shown["appeal"]) == ([], None)
    assert desk.graph("GET", f"/v23.0/{desk.number_id}?fields=throughput")[1]["throughput"] == {"level": "HIGH"}
