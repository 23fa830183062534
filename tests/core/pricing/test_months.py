from datetime import timedelta
from decimal import Decimal

from parley.core.pricing.card_file import read_cards
from parley.core.pricing.months import Line, Sum, conversation_lines, sums_of
from tests.core.pricing.cards import HEAD
from tests.core.test_accounting import AT, a_delivery

ROWS = (
    "GB,marketing,,,0.08,EUR,2026-01-01,conversation",
    "GB,service,,,0.01,EUR,2026-01-01,conversation",
)
(CARD,) = read_cards([f"{HEAD},model", *ROWS], "card.csv")


def test_conversations_cost_the_category_that_opened_them_and_service_where_the_person_did() -> None:
    arrived = [
        a_delivery(1, "marketing", open=False),
        a_delivery(2, hours=1),
        a_delivery(3, contact_id="ben"),
        a_delivery(4, contact_id="eve"),
        a_delivery(5, contact_id="joe", reported="free_entry_point/service"),
    ]
    lines = conversation_lines(arrived, AT, lambda number, at: CARD)
    assert lines == [
        Line("GB", "marketing", "business_initiated", 1, Decimal("0.08"), "EUR", 0),
        Line("GB", "service", "free_entry_point", 1, Decimal(0), "", 0),
        Line("GB", "service", "user_initiated", 2, Decimal("0.02"), "EUR", 0),
    ]
    assert sums_of("conversation", lines) == [Sum("conversation", "EUR", Decimal("0.10"), 0)]


def test_a_conversation_that_was_open_when_the_month_began_is_not_counted_again() -> None:
    arrived = [a_delivery(1, hours=-1), a_delivery(2), a_delivery(3, hours=23)]
    assert [line.count for line in conversation_lines(arrived, AT, lambda number, at: CARD)] == [1]
    assert conversation_lines(arrived[:2], AT, lambda number, at: CARD) == []


def test_without_a_card_conversations_are_counted_and_have_no_price() -> None:
    lines = conversation_lines([a_delivery(1)], AT - timedelta(days=1), lambda number, at: None)
    assert lines == [Line("GB", "service", "user_initiated", 1, Decimal(0), "", 1)]
    assert sums_of("conversation", lines) == [Sum("conversation", "", Decimal(0), 1)]
