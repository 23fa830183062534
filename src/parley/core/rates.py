"""A rate card: what WhatsApp charges by country and category. Real rates are never shipped; a file of them is read."""

import csv
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from parley.core.accounting import Rate

COLUMNS = ("market", "category", "rate", "currency", "valid_from")


class BadRateCard(ValueError):
    """A line that can not be read; the sentence names the line, the field and the remedy."""


def read_rates(lines: Iterable[str]) -> list[Rate]:
    """The rows of a CSV file with the columns market, category, rate, currency, valid_from. Raises BadRateCard."""
    reader = csv.DictReader(lines)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise BadRateCard(f"the first line lacks {', '.join(missing)}: name the columns {', '.join(COLUMNS)}.")
    return [_rate(row, number) for number, row in enumerate(reader, start=2)]


def _rate(row: dict[str, str], number: int) -> Rate:
    try:
        rate = Decimal(row["rate"])
        valid_from = datetime.fromisoformat(row["valid_from"]).replace(tzinfo=UTC)
    except (InvalidOperation, ValueError, TypeError) as error:
        raise BadRateCard(f"line {number}: rate is a number and valid_from a date such as 2026-01-01.") from error
    if rate < 0 or not rate.is_finite():
        raise BadRateCard(f"line {number}: rate is not below zero.")
    return Rate(row["market"], row["category"], rate, row["currency"], valid_from)
