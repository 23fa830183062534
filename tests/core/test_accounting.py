from datetime import UTC, datetime, timedelta

import pytest

from parley.core.accounting import Delivery, by_conversation, by_message, differences

AT = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def a_delivery(
    number: int, category: str = "service", hours: float = 0, *, open: bool = True, **parts: str
) -> Delivery:
    known = {"number_id": "1", "contact_id": "ana", "market": "GB"} | parts
    return Delivery(f"m{number}", category=category, at=AT + timedelta(hours=hours), window_open=open, **known)


def test_the_first_reply_opens_a_user_initiated_conversation_of_a_day() -> None:
    opened = by_conversation([a_delivery(1), a_delivery(2, hours=23.9), a_delivery(3, hours=24)])
    assert [(each.message_id, each.kind) for each in opened] == [("m1", "user_initiated"), ("m3", "user_initiated")]


def test_a_template_outside_the_window_opens_a_business_initiated_one() -> None:
    opened = by_conversation([a_delivery(1, "marketing", open=False), a_delivery(2, hours=1)])
    assert [(each.kind, each.category) for each in opened] == [("business_initiated", "marketing")]


def test_a_conversation_that_an_advertisement_began_lasts_three_days() -> None:
    came = a_delivery(1, reported="free_entry_point/service")
    opened = by_conversation([came, a_delivery(2, "marketing", hours=71.9, open=False), a_delivery(3, hours=72)])
    assert [(each.message_id, each.kind) for each in opened] == [("m1", "free_entry_point"), ("m3", "user_initiated")]


def test_each_person_and_number_has_conversations_of_their_own() -> None:
    opened = by_conversation([a_delivery(1), a_delivery(2, contact_id="ben"), a_delivery(3, number_id="2")])
    assert len(opened) == 3


@pytest.mark.parametrize(
    ("category", "open", "kind"),
    [
        ("marketing", True, "regular"),
        ("marketing", False, "regular"),
        ("authentication", True, "regular"),
        ("utility", True, "free_customer_service"),
        ("utility", False, "regular"),
        ("service", True, "free_customer_service"),
    ],
)
def test_per_message_templates_are_charged_save_utility_in_the_window(category: str, open: bool, kind: str) -> None:
    assert [each.kind for each in by_message([a_delivery(1, category, open=open)])] == [kind]


def test_what_whatsapp_prices_otherwise_is_named() -> None:
    arrived = [
        a_delivery(1, "utility", reported="free_customer_service/utility"),
        a_delivery(2, "utility", reported="regular/marketing"),
        a_delivery(3, "marketing", reported="free_entry_point/marketing"),
        a_delivery(4),
    ]
    assert differences(arrived) == [("m2", "free_customer_service/utility", "regular/marketing")]
