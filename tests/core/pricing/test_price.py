from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from parley.core.pricing.price import (
    Charged,
    Free,
    NotSendable,
    Price,
    Sending,
    Unpriced,
    foretell,
    free_entry_until,
    kind_of,
)
from tests.core.pricing.cards import a_card

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
OPEN, CLOSED = NOW + SECOND, NOW


def a_sending(category: str = "marketing", window: datetime | None = OPEN, **more: object) -> Sending:
    return Sending(**({"category": category, "country": "GB", "at": NOW, "window_until": window} | more))  # type: ignore[arg-type]


def test_an_answer_within_the_window_is_free() -> None:
    assert foretell(a_sending("service"), None, 0) == Free("answer_in_window")


@pytest.mark.parametrize("window", [CLOSED, None])
def test_free_text_outside_the_window_has_no_price_because_it_can_not_be_sent(window: datetime | None) -> None:
    assert foretell(a_sending("service", window), a_card(), 0) == NotSendable()


def test_utility_is_free_up_to_the_last_second_of_the_window_and_charged_from_its_end() -> None:
    assert foretell(a_sending("utility", NOW + SECOND), a_card(), 0) == Free("utility_in_window")
    assert amount(a_sending("utility", NOW)) == Decimal("0.02")


@pytest.mark.parametrize(
    ("category", "expected"),
    [("marketing", "0.05"), ("authentication", "0.03"), ("authentication-international", "0.04")],
)
@pytest.mark.parametrize("window", [OPEN, CLOSED])
def test_other_templates_are_charged_within_the_window_too(category: str, expected: str, window: datetime) -> None:
    assert amount(a_sending(category, window)) == Decimal(expected)


@pytest.mark.parametrize("category", ["marketing", "utility", "authentication"])
def test_everything_is_free_after_an_advertisement_to_the_second(category: str) -> None:
    free = a_sending(category, CLOSED, free_entry_until=NOW + SECOND)
    assert foretell(free, a_card(), 0) == Free("free_entry_point")
    assert isinstance(foretell(a_sending(category, CLOSED, free_entry_until=NOW), a_card(), 0), Charged)


def test_free_text_outside_the_window_can_not_be_sent_after_an_advertisement_either() -> None:
    assert foretell(a_sending("service", CLOSED, free_entry_until=NOW + SECOND), a_card(), 0) == NotSendable()


def test_the_free_time_begins_with_an_answer_within_a_day() -> None:
    came = NOW - timedelta(hours=24)
    assert free_entry_until(None, None, NOW) is None
    assert free_entry_until(came + SECOND, None, NOW) == NOW + timedelta(hours=72)
    assert free_entry_until(came, None, NOW) is None  # answered too late
    assert free_entry_until(came, came + SECOND, NOW) == came + SECOND + timedelta(hours=72)


def test_a_message_that_passes_the_tier_costs_what_the_next_tier_says() -> None:
    closed = a_sending("utility", CLOSED)
    assert [amount(closed, before) for before in (0, 1, 2)] == [Decimal("0.02"), Decimal("0.02"), Decimal("0.01")]


def test_free_and_nobody_knows_are_told_apart() -> None:
    assert foretell(a_sending(), None, 0) == Unpriced("no_card")
    card = a_card()
    assert foretell(a_sending("utility", CLOSED, country="FR"), card, 0) == Unpriced("no_rate", card)
    assert foretell(a_sending(country="Other"), card, 0) == Unpriced("unknown_country", card)
    assert foretell(a_sending("utility", OPEN, country="Other"), None, 0) == Free("utility_in_window")


def test_each_price_has_whatsapps_word_for_it() -> None:
    prices: list[Price] = [Free("free_entry_point"), Free("utility_in_window"), Unpriced("no_card"), NotSendable()]
    assert [kind_of(price) for price in prices] == ["free_entry_point", "free_customer_service", "regular", ""]


def amount(sending: Sending, before: int = 0) -> Decimal:
    price = foretell(sending, a_card(), before)
    assert isinstance(price, Charged)
    return price.amount
