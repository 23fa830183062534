"""What a template to many people would cost: each as if sent now, summed by country."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from parley.core.pricing.cards import PRICED_AS, Card
from parley.core.pricing.markets import rows_of
from parley.core.pricing.price import Charged, Free, Sending, Unpriced, foretell


@dataclass(frozen=True)
class Line:
    """One country. ``amount`` is that of the charged ones; ``unpriced`` are charged too, nobody knows how much."""

    country: str
    charged: int
    free: int
    unpriced: int
    amount: Decimal


@dataclass(frozen=True)
class Total:
    """``currency``: '' without a card."""

    lines: tuple[Line, ...]
    currency: str

    @property
    def amount(self) -> Decimal:
        """Of all countries."""
        return sum((line.amount for line in self.lines), Decimal(0))


def volume_key(country: str, category: str, card: Card | None) -> tuple[str, str]:
    """What is counted together for the tiers: the card's market and the category."""
    wanted = PRICED_AS.get(category, category)
    rate = card.rate(country, wanted, 1) if card else None
    return (rate.market if rate else rows_of(country)[0], wanted)


def total(sendings: Iterable[Sending], card: Card | None, volumes: Mapping[tuple[str, str], int]) -> Total:
    """``volumes``: how many the month has had, by ``volume_key``; each charged one counts for those after it."""
    counts = Counter(volumes)
    sums: dict[str, Line] = {}
    for sending in sendings:
        key = volume_key(sending.country, sending.category, card)
        price = foretell(sending, card, counts[key])
        charged, free, unpriced = (int(isinstance(price, kind)) for kind in (Charged, Free, Unpriced))
        counts[key] += charged
        amount = price.amount if isinstance(price, Charged) else Decimal(0)
        before = sums.get(sending.country, Line(sending.country, 0, 0, 0, Decimal(0)))
        sums[sending.country] = Line(
            sending.country,
            before.charged + charged,
            before.free + free,
            before.unpriced + unpriced,
            before.amount + amount,
        )
    return Total(tuple(sums[country] for country in sorted(sums)), card.currency if card else "")
