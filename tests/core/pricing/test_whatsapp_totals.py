from decimal import Decimal

import pytest

from parley.core.pricing.total_words import SENTENCES, sentence_of, summary_of
from parley.core.pricing.whatsapp_totals import Compared, Counted, Difference, Totals, compared


def counted(
    count: int = 2, amount: str | None = "0.04", *, currency: str = "GBP", example: bool = False, country: str = "GB"
) -> Counted:
    return Counted(country, "utility", "regular", count, None if amount is None else Decimal(amount), currency, example)


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        (counted(), counted(), ""),
        (counted(amount="0.04"), counted(amount="0.040000"), ""),
        (counted(amount="0.0401"), counted(amount="0.04"), ""),
        (counted(), counted(3, "0.06"), "more_there"),
        (counted(3, "0.06"), counted(), "more_here"),
        (None, counted(), "more_there"),
        (counted(), None, "more_here"),
        (counted(), counted(amount="0.06"), "amount"),
        (counted(example=True), counted(amount="0.06"), "example"),
        (counted(amount=None, currency=""), counted(), "unpriced"),
        (counted(), counted(currency="EUR"), "currency"),
        (counted(), counted(amount=None, currency=""), ""),
        (counted(amount="0", currency=""), counted(amount="0"), ""),
    ],
)
def test_both_sides_are_held_against_each_other(
    ours: Counted | None, theirs: Counted | None, difference: Difference
) -> None:
    (line,) = compared([ours] if ours else [], [theirs] if theirs else [])
    assert line.difference == difference


def test_every_difference_has_its_sentence_and_what_to_do() -> None:
    (line,) = compared([counted()], [counted(5)])
    assert sentence_of(line).startswith("WhatsApp counts 3 more than was heard of here. Look in Quarantine")
    assert all(sentence.count(". ") >= 1 for difference, sentence in SENTENCES.items() if difference)


def test_the_month_says_how_many_lines_differ_or_that_nobody_was_asked() -> None:
    lines: tuple[Compared, ...] = compared([counted(), counted(country="ES")], [counted(), counted(3, country="ES")])
    day = Totals("2026-11", 3, None, lines, ())
    assert "has not been asked" in summary_of(day)
