"""Cards in round figures for tests."""

from datetime import date

from parley.core.pricing.card_file import read_cards
from parley.core.pricing.cards import Card

HEAD = "market,category,tier_low,tier_high,rate,currency,valid_from"
ROWS = (
    "GB,marketing,,,0.05,EUR,2026-01-01",
    "GB,utility,1,2,0.02,EUR,2026-01-01",
    "GB,utility,3,,0.01,EUR,2026-01-01",
    "GB,authentication,,,0.03,EUR,2026-01-01",
    "GB,authentication-international,,,0.04,EUR,2026-01-01",
    "Rest of Africa,marketing,,,0.07,EUR,2026-01-01",
    "Other,marketing,,,0.09,EUR,2026-01-01",
)
THE_DAY = date(2026, 1, 1)


def a_card(*more: str) -> Card:
    """In euros, from 2026 on."""
    (card,) = read_cards([HEAD, *ROWS, *more], "card.csv")
    return card
