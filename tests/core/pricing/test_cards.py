from datetime import date, timedelta
from decimal import Decimal

import pytest

from parley.core.pricing.card_file import BadCard, read_cards
from parley.core.pricing.cards import in_force
from parley.core.pricing.markets import country_of
from tests.core.pricing.cards import HEAD, ROWS, THE_DAY, a_card


def test_a_country_is_that_of_the_number() -> None:
    phones = ("447700900123", "+5511987654321", "14165550100", "", "user", "99912345")
    assert [country_of(phone) for phone in phones] == ["GB", "BR", "CA", "Other", "Other", "Other"]


@pytest.mark.parametrize(("country", "expected"), [("GB", "0.05"), ("KE", "0.07"), ("FR", "0.09")])
def test_the_nearest_row_of_a_country_counts(country: str, expected: str) -> None:
    rate = a_card().rate(country, "marketing", 1)
    assert rate is not None and rate.amount == Decimal(expected)


def test_a_country_that_a_card_splits_out_has_its_own_row() -> None:
    rate = a_card("Morocco,marketing,,,0.2,EUR,2026-01-01").rate("MA", "marketing", 1)
    assert rate is not None and rate.amount == Decimal("0.2")


def test_marketing_lite_is_priced_as_marketing() -> None:
    assert a_card().rate("GB", "marketing_lite", 1) == a_card().rate("GB", "marketing", 1)


def test_the_card_that_began_last_is_in_force_from_its_first_day() -> None:
    later = date(2026, 4, 1)
    cards = read_cards([HEAD, *ROWS, f"GB,marketing,,,0.06,EUR,{later}"], "cards.csv")
    assert [card.valid_from for card in cards] == [THE_DAY, later]
    one = timedelta(days=1)
    found = [in_force(cards, "message", day) for day in (THE_DAY - one, later - one, later)]
    assert found == [None, cards[0], cards[1]]
    assert in_force(cards, "conversation", later) is None


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Atlantis,marketing,,,0.1,EUR,2026-01-01", "market 'Atlantis' is not known"),
        ("GB,adverts,,,0.1,EUR,2026-01-01", "category 'adverts' is not one of marketing"),
        ("GB,service,,,much,EUR,2026-01-01", "rate 'much' is not a number"),
        ("GB,service,,,-1,EUR,2026-01-01", "rate -1 lies from 0 to 1000"),
        ("GB,service,,,0.1234567,EUR,2026-01-01", "with 6 places at most"),
        ("GB,service,,,NaN,EUR,2026-01-01", "rate NaN lies from 0"),
        ("GB,service,,,0.1,XXX,2026-01-01", "currency 'XXX' is not one"),
        ("GB,service,,,0.1,EUR,soon", "valid_from 'soon' is not a day"),
        ("GB,service,x,,0.1,EUR,2026-01-01", "whole numbers"),
        ("GB,service,5,2,0.1,EUR,2026-01-01", "tier_high not below it"),
        ("GB,marketing,,,0.1,EUR,2026-01-01", "this row is there twice"),
        ("GB,service,2,,0.1,EUR,2026-01-01", "tier_low should be 1"),
        ("GB,service,1,9,0.1,EUR,2026-01-01", "the last tier has no tier_high"),
        ("GB,service,,,0.1,USD,2026-01-01", "a card has one currency"),
    ],
)
def test_a_bad_line_of_a_card_is_named_with_the_remedy(row: str, problem: str) -> None:
    with pytest.raises(BadCard) as caught:
        read_cards([HEAD, *ROWS, row], "card.csv")
    (told,) = caught.value.problems
    assert problem in told and "line" in told


def test_all_bad_lines_are_named_at_once() -> None:
    with pytest.raises(BadCard) as caught:
        read_cards([HEAD, "GB,adverts,,,1,EUR,2026-01-01", "GB,service,,,x,EUR,2026-01-01"], "card.csv")
    assert [told[:6] for told in caught.value.problems] == ["line 2", "line 3"]


def test_a_file_without_its_columns_or_without_lines_is_no_card() -> None:
    with pytest.raises(BadCard, match="category, rate, currency, valid_from is missing"):
        read_cards(["market", "GB"], "card.csv")
    with pytest.raises(BadCard, match="no line after the first"):
        read_cards([HEAD], "card.csv")
