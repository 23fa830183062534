import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from parley.core.messages.inbound import Handover, NewIdentity, Notice, NumberReport
from parley.whatsapp.notices import FIELDS
from parley.whatsapp.reports import BookEntry, PreferenceReport, TemplateReport, reports_in
from parley.whatsapp.webhook import events_in
from tests.ingest.variations import a_text, broken

NAMED = {"message_template_name": "parcel", "message_template_language": "en", "message_template_id": 1}
NUMBER = {"display_phone_number": "+44 20 7946 0100"}
A_MESSAGE = {"metadata": {"phone_number_id": "100"}, "messages": [a_text(1)]}
# One of each field, in the platform's own form.
SAMPLES: dict[str, Any] = {
    "message_template_status_update": NAMED | {"event": "PAUSED", "other_info": {"title": "FIRST_PAUSE"}},
    "message_template_quality_update": NAMED | {"new_quality_score": "YELLOW", "previous_quality_score": "GREEN"},
    "message_template_components_update": NAMED | {"message_template_element": "Hello"},
    "template_category_update": NAMED | {"previous_category": "UTILITY", "new_category": "MARKETING"},
    "template_correct_category_detection": NAMED | {"category": "UTILITY", "correct_category": "MARKETING"},
    "phone_number_quality_update": NUMBER | {"event": "THROUGHPUT_UPGRADE"},
    "phone_number_name_update": NUMBER | {"decision": "APPROVED", "requested_verified_name": "Acme"},
    "account_update": {"event": "VOLUME_BASED_PRICING_TIER_UPDATE", "volume_tier_info": {"tier": "1:2"}},
    "account_alerts": {"alert_info": {"alert_type": "OBA_APPROVED", "alert_severity": "INFORMATIONAL"}},
    "account_review_update": {"decision": "APPROVED"},
    "account_settings_update": {"type": "phone_number_settings"},
    "business_capability_update": {"max_daily_conversations_per_business": 2000},
    "business_username_update": {"username": "acme", "status": "approved"},
    "business_username_updates": {"username": "acme", "status": "reserved"},
    "security": NUMBER | {"event": "PIN_CHANGED", "requester": "61550001"},
    "flows": {"event": "FLOW_STATUS_CHANGE", "flow_id": "1", "new_status": "PUBLISHED"},
    "calls": {"calls": [{"id": "wacid.1", "event": "connect", "from": "447700900101"}]},
    "group_lifecycle_update": {"groups": [{"type": "group_create", "added_participants": [{"wa_id": "447700900101"}]}]},
    "group_participants_update": {"groups": [{"type": "group_participants_remove"}]},
    "group_settings_update": {"groups": [{"type": "group_settings_update"}]},
    "group_status_update": {"groups": [{"type": "group_suspend"}]},
    "history": {"history": [{"metadata": {"phase": 0, "progress": 100}}]},
    "payment_configuration_update": {"configuration_name": "c", "status": "Active"},
    "partner_solutions": {"event": "SOLUTION_CREATED", "solution_id": "1"},
    "tracking_events": {"events": [{"event_name": "LeadSubmitted"}]},
    "user_actions": {"user_actions": [{"action_type": "marketing_messages_link_click"}]},
    "automatic_events": {"automatic_events": [{"event_name": "Purchase"}]},
    "messages": {"errors": [{"code": 130429, "title": "Rate limit hit"}]},
}


def test_there_is_a_sample_of_every_field() -> None:
    assert set(SAMPLES) == set(FIELDS)


@pytest.mark.parametrize("field", sorted(SAMPLES))
def test_every_field_is_filed_as_a_sentence_without_a_customer_in_it(field: str) -> None:
    notice = next(each for each in reports_in({"field": field, "value": SAMPLES[field]}) if isinstance(each, Notice))
    assert notice.sentence.endswith(".")
    assert "447700900101" not in str(notice) and "61550001" not in str(notice)


def test_the_quality_of_a_template_is_known_by_what_it_says_and_not_by_its_field() -> None:
    value = SAMPLES["message_template_quality_update"]
    report, notice = reports_in({"field": "message_template_status_update", "value": value})
    assert isinstance(report, TemplateReport) and report.quality == value["new_quality_score"]
    assert isinstance(notice, Notice) and notice.field == "message_template_quality_update"


def test_a_category_changes_when_it_is_done_and_not_when_it_is_announced() -> None:
    done = reports_in({"field": "template_category_update", "value": SAMPLES["template_category_update"]})
    assert TemplateReport("parcel", "en", category="marketing") in done
    announced = NAMED | {"correct_category": "MARKETING", "new_category": "UTILITY"}
    assert not [
        each
        for each in reports_in({"field": "template_category_update", "value": announced})
        if isinstance(each, TemplateReport)
    ]


def test_a_number_that_may_send_faster_and_one_with_a_new_name_are_told() -> None:
    (faster, _) = reports_in({"field": "phone_number_quality_update", "value": SAMPLES["phone_number_quality_update"]})
    assert faster == NumberReport("442079460100", rate=1000)
    (named, _) = reports_in({"field": "phone_number_name_update", "value": SAMPLES["phone_number_name_update"]})
    assert named == NumberReport("442079460100", display_name="Acme")


@pytest.mark.parametrize(
    ("kind", "role", "owner"),
    [
        ("control_passed", "escalation", "us"),
        ("control_passed", "ai_agent", "meta_agent"),
        ("control_taken", "escalation", "other_app"),
    ],
)
def test_who_has_a_thread_is_read_from_the_hand_over(kind: str, role: str, owner: str) -> None:
    value = {
        "sender": {"phone_number": "447700900101"},
        "recipient": {"phone_number_id": "100"},
        "timestamp": "1790000000",
        "type": kind,
        kind: {"new_owner_role": role},
    }
    (told,) = reports_in({"field": "messaging_handovers", "value": value})
    assert isinstance(told, Handover) and told.owner == owner


@pytest.mark.parametrize(
    "given",
    [
        {"user_id": {"previous": "US.1", "current": "US.2"}},
        {"previous_user_id": "US.1", "user_id": "US.2"},
    ],
)
def test_a_new_id_is_read_in_both_forms(given: Any) -> None:
    (told,) = reports_in({"field": "user_id_update", "value": {"user_id_update": [given]}})
    assert isinstance(told, NewIdentity) and (told.user_id, told.new_user_id) == ("US.1", "US.2")


def test_the_address_book_of_the_phone_app_gives_names() -> None:
    sync = {"type": "contact", "contact": {"full_name": "Ada", "phone_number": "447700900101"}, "action": "add"}
    assert reports_in({"field": "smb_app_state_sync", "value": {"state_sync": [sync, None]}}) == [
        BookEntry("447700900101", "Ada")
    ]


@pytest.mark.parametrize("event", ["FLAGGED", "LOCKED", "LIMIT_EXCEEDED"])
def test_what_only_happens_to_a_template_is_told_and_is_no_state(event: str) -> None:
    told = NAMED | {"event": event, "disable_info": {"disable_date": "June 3, 2027"}}
    (notice,) = reports_in({"field": "message_template_status_update", "value": told})
    assert isinstance(notice, Notice) and notice.grave and notice.facts["disable_date"] == "June 3, 2027"


def test_a_wish_without_its_time_does_not_hide_the_one_beside_it() -> None:
    wishes = [{"wa_id": "1", "value": "stop"}, {"wa_id": "2", "value": "stop", "timestamp": "1790000000"}]
    found = reports_in({"field": "user_preferences", "value": {"user_preferences": wishes}})
    assert [each.wa_id for each in found if isinstance(each, PreferenceReport)] == ["2"]


FIELD_SAMPLES = [
    *sorted(SAMPLES.items()),
    ("messaging_handovers", {"sender": {"phone_number": "1"}, "recipient": {"phone_number_id": "100"},
                             "type": "control_passed", "control_passed": {"new_owner_role": "ai_agent"}}),
    ("user_preferences", {"user_preferences": [{"wa_id": "1", "value": "stop", "timestamp": 1790000000}]}),
    ("user_id_update", {"user_id_update": [{"user_id": {"previous": "US.1", "current": "US.2"}}]}),
    ("smb_app_state_sync", {"state_sync": [{"contact": {"full_name": "A", "phone_number": "1"}, "action": "add"}]}),
    ("standby", {"standby": {"messages": [{"from": "1", "id": "w", "timestamp": "1", "type": "text"}]}}),
    ("smb_message_echoes", {"message_echoes": [{"to": "1", "id": "w", "timestamp": "1", "type": "text"}]}),
]  # fmt: skip


@how(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FIELD_SAMPLES).flatmap(lambda each: st.tuples(st.just(each[0]), broken({"v": each[1]}))))
def test_no_form_of_any_field_is_lost_or_hides_the_message_beside_it(given_: tuple[str, Any]) -> None:
    field, value = given_
    changes = [{"field": field, "value": value.get("v")}, {"field": "messages", "value": A_MESSAGE}]
    events = events_in(json.dumps({"entry": [{"id": "200", "changes": changes}]}).encode())
    assert "m:100:wamid.1" in {event.dedup_key for event in events} and len(events) >= 2
    for event in events:
        if event.kind == "other":
            assert isinstance(reports_in(event.payload["raw"]), list)
