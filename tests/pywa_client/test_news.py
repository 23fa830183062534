"""What the platform decides, as pywa is told: its own classes where it has one, and whatever else as it came."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.emulator.running import Emulator
from tests.pywa_client.conftest import ACCOUNT, CUSTOMER, NUMBER, Listener, types
from tests.pywa_client.test_receiving import write

Update = types.account_update.AccountUpdateEvent


@pytest.fixture
def _restored(wa: Any, emulator: Emulator) -> Iterator[None]:
    """Whatever was done to the account has an end."""
    yield
    emulator.control(f"/accounts/{ACCOUNT}/reinstatement", {})


@pytest.mark.usefixtures("_restored")
def test_what_becomes_of_an_account(emulator: Emulator, listener: Listener) -> None:
    account = f"/accounts/{ACCOUNT}"
    emulator.control(f"{account}/violation", {"type": "ALCOHOL"})
    violation = listener.wait_for("AccountUpdate", event=Update.ACCOUNT_VIOLATION)
    assert violation.violation_info.type
    emulator.control(f"{account}/restriction", {"types": ["RESTRICTED_BIZ_INITIATED_MESSAGING"], "days": 3})
    restricted = listener.wait_for("AccountUpdate", event=Update.ACCOUNT_RESTRICTION)
    kinds = {each.type for each in restricted.restriction_info}
    assert types.account_update.RestrictionType.RESTRICTED_BIZ_INITIATED_MESSAGING in kinds  # a violation adds its own
    emulator.control(f"{account}/ban", {"in_days": 30})
    banned = listener.wait_for("AccountUpdate", event=Update.DISABLED_UPDATE)
    assert banned.ban_info.state == types.account_update.WABABanState.SCHEDULE_FOR_DISABLE


def test_prices_of_codes_abroad(emulator: Emulator, listener: Listener) -> None:
    emulator.control(f"/accounts/{ACCOUNT}/codes-abroad", {"countries": ["IN"]})
    told = listener.wait_for("AccountUpdate", event=Update.AUTH_INTL_PRICE_ELIGIBILITY_UPDATE)
    countries = told.auth_international_rate_eligibility.exception_countries
    assert [each.country_code for each in countries] == ["IN"]


@pytest.mark.parametrize(
    ("path", "body", "field", "told"),
    [
        ("quality", {"rating": "YELLOW", "event": "FLAGGED"}, "phone_number_quality_update", {"event": "FLAGGED"}),
        ("name", {"decision": "REJECTED", "requested": "Best"}, "phone_number_name_update", {"decision": "REJECTED"}),
        ("pin", {"event": "PIN_RESET_REQUEST"}, "security", {"event": "PIN_RESET_REQUEST"}),
        ("mark", {"approved": True}, "account_alerts", {"entity_type": "PHONE_NUMBER"}),
    ],
)
def test_what_becomes_of_a_number(
    wa: Any, emulator: Emulator, listener: Listener, path: str, body: Any, field: str, told: dict[str, Any]
) -> None:
    emulator.control(f"/numbers/{NUMBER}/{path}", body)
    value = listener.wait_for_raw(field, **told)
    assert value.get("entity_id", NUMBER) == NUMBER
    assert value.get("display_phone_number", "15550001234") == "15550001234"
    emulator.control(f"/numbers/{NUMBER}/quality", {"rating": "GREEN", "status": "CONNECTED"})


def test_a_thread_changes_hands_and_is_looked_on(wa: Any, emulator: Emulator, listener: Listener) -> None:
    thread = f"/numbers/{NUMBER}/threads/{CUSTOMER}"
    emulator.control(thread, {"owner": "ai_agent", "metadata": "nights"})
    listener.wait_for_raw("messaging_handovers", type="control_taken")
    sent = write(emulator, "text", {"body": "Is anybody there?"})
    seen = listener.wait_for_raw("standby")["standby"]["messages"][0]
    assert seen["id"] == sent
    emulator.control(thread, {"owner": "app"})
    listener.wait_for_raw("messaging_handovers", type="control_passed")
    emulator.control(thread, {"owner": ""})
    assert listener.wait_for("Message", id=write(emulator, "text", {"body": "Hello again"}))
