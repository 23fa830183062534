from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from parley.core.accounting import Delivery, Rate, by_conversation, by_message, differences, market_of, price_of
from parley.core.rates import BadRateCard, read_rates

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


def test_a_market_is_the_country_of_the_number() -> None:
    assert [market_of(phone) for phone in ("447700900123", "+5511987654321", "", "user")] == [
        "GB",
        "BR",
        "Other",
        "Other",
    ]


CARD = (
    "market,category,rate,currency,valid_from\nGB,marketing,0.05,EUR,2026-01-01\nOther,marketing,0.09,EUR,2026-01-01\n"
)


def test_the_newest_rate_of_the_country_counts_and_what_is_free_has_none() -> None:
    rates = read_rates([*CARD.splitlines(), "GB,marketing,0.06,EUR,2026-02-01", "GB,marketing,0.07,EUR,2027-01-01"])
    price = price_of("GB", "marketing", False, rates, AT)
    assert price == Rate("GB", "marketing", Decimal("0.06"), "EUR", datetime(2026, 2, 1, tzinfo=UTC))
    elsewhere = price_of("FR", "marketing", True, rates, AT)
    assert elsewhere is not None and elsewhere.rate == Decimal("0.09")
    assert price_of("GB", "service", True, rates, AT) is None


@pytest.mark.parametrize(
    "row", ["GB,marketing,much,EUR,2026-01-01", "GB,marketing,0.1,EUR,soon", "GB,marketing,-1,EUR,2026-01-01"]
)
def test_a_bad_line_of_a_card_is_named(row: str) -> None:
    with pytest.raises(BadRateCard, match="line 4"):
        read_rates([*CARD.splitlines(), row])
    with pytest.raises(BadRateCard, match="lacks rate"):
        read_rates(["market,category,currency,valid_from"])
