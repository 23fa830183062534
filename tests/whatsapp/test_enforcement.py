from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from parley.core.messages.inbound import Notice
from parley.core.policy.cases.enforcement import PlatformAction
from parley.whatsapp.enforcement import READERS, actions_in
from parley.whatsapp.reports import reports_in

SCAM, DISABLE = {"violation_type": "SCAM"}, {"waba_ban_state": "DISABLE"}
ALERT = {"alert_severity": "CRITICAL", "alert_type": "OBA_REJECTED"}


def test_a_restriction_says_what_until_when_and_for_which_number() -> None:
    info = {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1790400000, "remediation": "Wait"}
    value = {"event": "ACCOUNT_RESTRICTION", "restriction_info": [info], "display_phone_number": "+44 20 7946 0100"}
    assert actions_in("account_update", value) == [
        PlatformAction(
            "restriction",
            "RESTRICTED_BIZ_INITIATED_MESSAGING",
            "442079460100",
            datetime.fromtimestamp(1790400000, UTC),
            details={"remediation": "Wait"},
        )
    ]


@pytest.mark.parametrize("expiration", [1790400000, "1790400000", "2026-09-26T04:00:00+00:00", "2026-09-26T04:00:00Z"])
def test_an_end_is_read_however_it_is_written(expiration: Any) -> None:
    value = {"event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type": "X", "expiration": expiration}]}
    (action,) = actions_in("account_update", value) or []
    assert action.until is not None and action.until.year == 2026


@pytest.mark.parametrize("expiration", [None, "soon", {}, 10**30])
def test_an_end_that_can_not_be_read_is_no_end(expiration: Any) -> None:
    value = {"event": "ACCOUNT_RESTRICTION", "restriction_info": {"restriction_type": "X", "expiration": expiration}}
    (action,) = actions_in("account_update", value) or []
    assert action.until is None


@pytest.mark.parametrize(
    ("field", "value", "what", "name"),
    [
        ("account_update", {"event": "ACCOUNT_VIOLATION", "violation_info": SCAM}, "violation", "SCAM"),
        ("account_update", {"event": "DISABLED_UPDATE", "ban_info": DISABLE}, "ban", "DISABLE"),
        ("account_update", {"event": "PARTNER_REMOVED"}, "removal", "PARTNER_REMOVED"),
        ("phone_number_quality_update", {"event": "FLAGGED"}, "quality", "FLAGGED"),
        ("account_review_update", {"decision": "REJECTED"}, "review", "REJECTED"),
        ("account_alerts", {"alert_info": ALERT}, "alert", "OBA_REJECTED"),
    ],
)
def test_each_action_is_known_by_the_platforms_own_word(field: str, value: Any, what: str, name: str) -> None:
    action, notice = reports_in({"field": field, "value": value})
    assert isinstance(action, PlatformAction)
    assert isinstance(notice, Notice)
    assert (action.what, action.name) == (what, name)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("account_update", {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE"}}),
        ("account_update", {"event": "ACCOUNT_RECONNECTED"}),
        ("phone_number_quality_update", {"event": "UNFLAGGED"}),
        ("account_review_update", {"decision": "APPROVED"}),
    ],
)
def test_the_end_of_an_action_is_told_apart_from_an_action(field: str, value: Any) -> None:
    (action,) = actions_in(field, value) or []
    assert action.ends


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("account_update", {"event": "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE", "country": "DE"}),
        ("phone_number_quality_update", {"event": "THROUGHPUT_UPGRADE"}),
        ("account_review_update", {"decision": "PENDING"}),
        ("account_alerts", {"alert_info": {"alert_severity": "INFORMATIONAL", "alert_type": "OBA_APPROVED"}}),
    ],
)
def test_news_of_no_consequence_are_filed_and_not_set_aside(field: str, value: Any) -> None:
    (notice,) = reports_in({"field": field, "value": value})
    assert isinstance(notice, Notice)


def test_what_is_new_is_left_to_be_set_aside_and_shown() -> None:
    assert reports_in({"field": "account_update", "value": {"event": "SOMETHING_NEW"}}) == []
    assert reports_in({"field": "account_weather", "value": {}}) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
EVENTS = st.sampled_from(["ACCOUNT_RESTRICTION", "ACCOUNT_VIOLATION", "DISABLED_UPDATE", "PARTNER_REMOVED", "FLAGGED"])
NAMES = ("restriction_info", "violation_info", "ban_info", "disconnection_info", "alert_info", "display_phone_number")


@how(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(READERS)), EVENTS, st.dictionaries(st.sampled_from(NAMES), JSON))
def test_no_form_of_it_fails(field: str, event: str, more: Any) -> None:
    assert isinstance(reports_in({"field": field, "value": {"event": event, "decision": event, **more}}), list)
