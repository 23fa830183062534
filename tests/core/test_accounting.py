from datetime import UTC, datetime, timedelta

from parley.core.accounting import Delivery, by_conversation

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
