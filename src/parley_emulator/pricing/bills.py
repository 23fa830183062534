"""What each message that arrived cost, and why: read from the messages whenever somebody asks (reference 7.3, 7.4)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from parley_emulator.platform import Platform
from parley_emulator.pricing.cards import rate_at
from parley_emulator.pricing.categories import CARD_ROWS
from parley_emulator.pricing.counts import month_of
from parley_emulator.pricing.markets import country_of, market_of
from parley_emulator.pricing.statuses import pricing_of
from parley_emulator.pricing.volumes import currency_of
from parley_emulator.state.arrivals import arrivals_of
from parley_emulator.state.records import Account, Message


@dataclass(frozen=True, slots=True)
class Charge:
    """``cost``: in the account's currency, 0 for what is free, None where no card has a rate for it."""

    message: Message
    at: float
    country: str
    kind: str
    category: str
    tier: str
    cost: float | None


def charges_of(platform: Platform, account: Account) -> Iterator[Charge]:
    """One for each phone that a message arrived at, in the order they did; tiers count over the whole portfolio.

    In the older model a conversation is charged with the first of its messages, and the others have no cost.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    paid: set[str] = set()
    for at, message, owner, wa_id in _arrived(platform, account.business_id):
        country = country_of(wa_id)
        pricing = pricing_of(message)
        kind, category = kind_of(message), pricing["category"]
        cost: float | None = 0.0
        tier = ""
        if pricing["billable"] and not (message.conversation and message.conversation[0] in paid):
            key = (month_of(at), market_of(country), category)
            counts[key] += 1
            row = CARD_ROWS.get(category, category)
            found = rate_at(platform.cards.tiers(currency_of(owner), key[1], row, message.at), counts[key])
            tier, cost = (found.tier, found.price) if found else ("", None)
        if message.conversation:
            paid.add(message.conversation[0])
        if owner.id == account.id:
            yield Charge(message, at, country, kind, category, tier, cost)


def kind_of(message: Message) -> str:
    """``regular``, ``free_customer_service`` or ``free_entry_point``, in both models."""
    if message.free_entry:
        return "free_entry_point"
    return "regular" if pricing_of(message)["billable"] else "free_customer_service"


def _arrived(platform: Platform, business_id: str) -> list[tuple[float, Message, Account, str]]:
    world = platform.world
    owners = {number.id: world.accounts[number.waba_id] for number in world.numbers.values()}
    arrived = []
    for message in world.sends:
        owner = owners.get(message.number_id)
        if owner is not None and owner.business_id == business_id and message.type != "reaction":
            arrived += [(at, message, owner, wa_id) for wa_id, at in arrivals_of(message)]
    return sorted(arrived, key=lambda each: (each[0], each[1].seq))
