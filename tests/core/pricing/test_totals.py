from datetime import UTC, datetime
from decimal import Decimal

from parley.core.pricing.price import Sending
from parley.core.pricing.totals import Line, total
from tests.core.pricing.cards import a_card

NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def to(country: str, category: str, *, free: bool = False) -> Sending:
    return Sending(category, country, NOW, None, datetime.max.replace(tzinfo=UTC) if free else None)


def test_many_recipients_are_summed_by_country() -> None:
    sendings = [to(country, "marketing") for country in ("GB", "GB", "FR", "Other")] + [
        to("GB", "marketing", free=True)
    ]
    summed = total(sendings, a_card(), {})
    assert summed.lines == (
        Line("FR", 1, 0, 0, Decimal("0.09")),
        Line("GB", 2, 1, 0, Decimal("0.10")),
        Line("Other", 0, 0, 1, Decimal(0)),
    )
    assert (summed.amount, summed.currency) == (Decimal("0.19"), "EUR")


def test_each_charged_one_counts_towards_the_tier_of_those_after_it() -> None:
    summed = total([to("GB", "utility")] * 3, a_card(), {("GB", "utility"): 1})
    assert summed.amount == Decimal("0.04")  # the second at 0.02, the third and fourth at 0.01


def test_without_a_card_nothing_is_said_of_the_amount() -> None:
    summed = total([to("GB", "utility")], None, {})
    assert summed.lines == (Line("GB", 0, 0, 1, Decimal(0)),) and summed.currency == ""
