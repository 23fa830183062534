"""What an account sent and received in the last seven days, and what it cost: days are those of UTC."""

from itertools import takewhile
from typing import Any

from parley_emulator.enforcement.tallies import DAY, DAYS
from parley_emulator.platform import Platform
from parley_emulator.pricing.bills import charges_of
from parley_emulator.pricing.volumes import currency_of
from parley_emulator.state.records import Account, Message

NAMES = ("sent", "delivered", "read", "received")


def figures(platform: Platform, account: Account) -> dict[str, Any]:
    """``{days: [{start, sent, delivered, read, received}], prices: [{category, volume, cost}], currency}``.

    What was delivered or read counts for the day on which it was sent.
    """
    first = (int(platform.clock.now() // DAY) - DAYS + 1) * DAY
    return {
        "days": _days(platform, account, first),
        "prices": _prices(platform, account, first),
        "currency": currency_of(account),
    }


def _days(platform: Platform, account: Account, first: int) -> list[dict[str, int]]:
    numbers = {each.id for each in platform.world.numbers.values() if each.waba_id == account.id}
    days = {first + day * DAY: dict.fromkeys(NAMES, 0) for day in range(DAYS)}
    # The newest first, so that a long history is not read through.
    recent = takewhile(lambda message: message.at >= first, reversed(platform.world.messages.values()))
    for message in recent:
        day = days.get(int(message.at // DAY) * DAY)
        if day is not None and message.number_id in numbers:
            for name in _steps(message):
                day[name] += 1
    return [{"start": start, **counts} for start, counts in days.items()]


def _steps(message: Message) -> list[str]:
    if message.incoming:
        return ["received"] if "delivered" in message.times else []
    if "sent" not in message.times:
        return []
    arrived = not {"delivered", "read"}.isdisjoint(message.times)
    return ["sent", *(["delivered"] if arrived else []), *(["read"] if "read" in message.times else [])]


def _prices(platform: Platform, account: Account, first: int) -> list[dict[str, Any]]:
    """What arrived, by category; ``cost`` leaves out what no card has a price for."""
    sums: dict[str, dict[str, Any]] = {}
    for charge in charges_of(platform, account):
        if charge.at >= first:
            line = sums.setdefault(charge.category, {"category": charge.category.upper(), "volume": 0, "cost": 0.0})
            line["volume"] += 1
            line["cost"] = round(line["cost"] + (charge.cost or 0.0), 6)
    return sorted(sums.values(), key=lambda line: (-line["cost"], line["category"]))
