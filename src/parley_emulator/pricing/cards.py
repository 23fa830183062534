"""Rate cards: what one charged message costs, by market, category and how many the month had before it."""

import csv
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

EVERY_MARKET = "*"
COLUMNS = ("market", "category", "tier_low", "tier_high", "rate", "currency", "valid_from")
SHIPPED = Path(str(files("parley_emulator.pricing"))) / "rate_cards"


class BadCard(ValueError):
    """The sentence names the file and what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Rate:
    """``low`` to ``high``: of which to which message of a month, both included; without a high there is no end."""

    low: int
    high: int | None
    price: float

    @property
    def tier(self) -> str:
        """As the platform writes it."""
        return f"{self.low}:{'MAX' if self.high is None else self.high}"


class Cards:
    """All cards, by currency, market and category."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._tiers: dict[tuple[str, str, str], dict[float, list[Rate]]] = {}
        for folder in folders:
            if not folder.is_dir():
                raise BadCard(f"There is no folder {folder} with rate cards.")
            rows = [row for file in sorted(folder.glob("*.csv")) for row in _rows(file)]
            for currency in {row["currency"] for row in rows}:
                self._tiers = {key: tiers for key, tiers in self._tiers.items() if key[0] != currency}
            for row in rows:
                self._take(row)

    def _take(self, row: dict[str, str]) -> None:
        since = datetime.fromisoformat(row["valid_from"]).replace(tzinfo=UTC).timestamp()
        key = (row["currency"], row["market"], row["category"])
        high = int(row["tier_high"]) if row["tier_high"] else None
        tiers = self._tiers.setdefault(key, {}).setdefault(since, [])
        tiers.append(Rate(int(row["tier_low"]), high, float(row["rate"])))
        tiers.sort(key=lambda rate: rate.low)

    def tiers(self, currency: str, market: str, category: str, at: float) -> list[Rate]:
        """Those in force then, the lowest first; empty where no card says anything."""
        for name in (market, EVERY_MARKET):
            versions = self._tiers.get((currency, name, category), {})
            begun = [since for since in versions if since <= at]
            if begun:
                return versions[max(begun)]
        return []


def rate_at(tiers: list[Rate], count: int) -> Rate | None:
    """What holds for the message of that number in the month; the first is 1."""
    index = bisect_right([rate.low for rate in tiers], count)
    return tiers[index - 1] if index else None


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadCard(f"{file.name} must have the columns {', '.join(COLUMNS)}.")
        rows = list(reader)
    for number, row in enumerate(rows, start=2):
        try:
            datetime.fromisoformat(row["valid_from"])
            is_right = int(row["tier_low"]) >= 1 and float(row["rate"]) >= 0
            is_right = is_right and (not row["tier_high"] or int(row["tier_high"]) >= int(row["tier_low"]))
        except (TypeError, ValueError):
            is_right = False
        if not is_right:
            raise BadCard(f"{file.name}, line {number}: tiers are counts, the rate a number, valid_from a day.")
    return rows
