"""A file of rate cards, read and checked: every line that is wrong is named, with its field and the remedy."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from parley.core.pricing.cards import CATEGORIES, CURRENCIES, Card, Model, Rate
from parley.core.pricing.markets import is_market

NEEDED = ("market", "category", "rate", "currency", "valid_from")
OPTIONAL = ("tier_low", "tier_high", "model")
MOST_ROWS = 20_000
MOST_NAMED = 20
LARGEST = Decimal(1000)
PLACES = 6
MODELS: dict[str, Model] = {"": "message", "message": "message", "conversation": "conversation"}


class BadCard(ValueError):
    """``problems``: one sentence for each thing that is wrong, 20 at most."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class _Line:
    number: int
    rate: Rate
    currency: str
    valid_from: date
    model: Model


class _Wrong(ValueError):
    pass


def read_cards(lines: Iterable[str], name: str, *, example: bool = False) -> list[Card]:
    """The cards of a CSV file, one for each model and first day, the earliest first. Raises BadCard."""
    reader = csv.DictReader(lines)
    missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        columns = ", ".join((*NEEDED, *OPTIONAL))
        raise BadCard(
            [f"line 1: {', '.join(missing)} is missing. The columns are {columns}; the last three may be left out."]
        )
    problems: list[str] = []
    read = list(_lines(reader, problems))
    problems += _of_cards(read)
    if not read and not problems:
        problems.append("there is no line after the first: a card has one line for each market and category.")
    if problems:
        raise BadCard(problems[:MOST_NAMED])
    grouped: dict[tuple[date, Model, str], list[Rate]] = defaultdict(list)
    for line in read:
        grouped[line.valid_from, line.model, line.currency].append(line.rate)
    return [
        Card(name, model, currency, begins, tuple(sorted(rates, key=lambda rate: rate.low)), example)
        for (begins, model, currency), rates in sorted(grouped.items())
    ]


def _lines(reader: Iterable[dict[str, str]], problems: list[str]) -> Iterator[_Line]:
    for number, row in enumerate(reader, start=2):
        if number > MOST_ROWS:
            problems.append(f"a file has {MOST_ROWS} lines at most: split it.")
            return
        try:
            yield _line(number, {key: (value or "").strip() for key, value in row.items() if key})
        except _Wrong as wrong:
            problems.append(f"line {number}: {wrong}")


def _line(number: int, row: dict[str, str]) -> _Line:
    if not is_market(row["market"]):
        raise _Wrong(
            f"market {row['market']!r} is not known: two letters of a country, a name of Meta's card, or Other."
        )
    if row["category"] not in CATEGORIES:
        raise _Wrong(f"category {row['category']!r} is not one of {', '.join(CATEGORIES)}.")
    if row["currency"] not in CURRENCIES:
        raise _Wrong(
            f"currency {row['currency']!r} is not one that WhatsApp charges in: {', '.join(sorted(CURRENCIES))}."
        )
    if row.get("model", "") not in MODELS:
        raise _Wrong(f"model {row['model']!r} is neither message nor conversation.")
    low, high = _tier(row)
    rate = Rate(row["market"], row["category"], _amount(row["rate"]), low, high)
    return _Line(number, rate, row["currency"], _day(row["valid_from"]), MODELS[row.get("model", "")])


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise _Wrong(f"rate {text!r} is not a number: write it with a point, such as 0.0125.") from None
    exponent = amount.as_tuple().exponent
    if not amount.is_finite() or not 0 <= amount <= LARGEST or (isinstance(exponent, int) and -exponent > PLACES):
        raise _Wrong(f"rate {text} lies from 0 to {LARGEST}, with {PLACES} places at most.")
    return amount


def _tier(row: dict[str, str]) -> tuple[int, int | None]:
    try:
        low, high = int(row.get("tier_low") or 1), int(row["tier_high"]) if row.get("tier_high") else None
    except ValueError:
        raise _Wrong("tier_low and tier_high are whole numbers of messages; the last tier has no tier_high.") from None
    if low < 1 or (high is not None and high < low):
        raise _Wrong("tier_low is 1 or more, and tier_high not below it.")
    return low, high


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _Wrong(f"valid_from {text!r} is not a day: write it as 2026-01-01.") from None


def _of_cards(lines: list[_Line]) -> Iterator[str]:
    """What is wrong between lines: two currencies in a card, tiers that overlap or leave a gap."""
    currencies: dict[tuple[date, Model], str] = {}
    tiers: dict[tuple[date, Model, str, str], list[_Line]] = defaultdict(list)
    for line in lines:
        if currencies.setdefault((line.valid_from, line.model), line.currency) != line.currency:
            yield f"line {line.number}: a card has one currency; put {line.currency} into a file of its own."
        tiers[line.valid_from, line.model, line.rate.market, line.rate.category].append(line)
    for (*_, market, category), rows in tiers.items():
        expected: int | None = 1
        for row in sorted(rows, key=lambda one: one.rate.low):
            if row.rate.low != expected:
                should = "this row is there twice" if expected is None else f"tier_low should be {expected}"
                yield f"line {row.number}: {market}, {category}: {should}. Tiers begin at 1 and follow each other."
                break
            expected = None if row.rate.high is None else row.rate.high + 1
        else:
            if expected is not None:
                yield f"line {rows[-1].number}: {market}, {category}: the last tier has no tier_high: leave it empty."
