"""The messaging limit of a portfolio rises by one step, when it is used and the quality is good."""

from parley_emulator.enforcement.changes import set_portfolio
from parley_emulator.enforcement.news import tell_capability
from parley_emulator.enforcement.portfolio import ORDER, TIERS, accounts_of, portfolio
from parley_emulator.platform import Platform

FIRST = "TIER_250"
MONTH = 30 * 86_400
REACHED = 2_000


def set_limit(platform: Platform, business_id: str, limit: str) -> None:
    """The portfolio's limit from now on; each of its accounts is told."""
    set_portfolio(platform, business_id, limit=limit)
    tell_capability(platform, business_id)


def grow(platform: Platform, business_id: str) -> None:
    """Look at one portfolio."""
    known = portfolio(platform.world, business_id).fields
    limit = known["limit"]
    if limit in TIERS and _deserves(platform, business_id, limit, bool(known.get("verified"))):
        set_limit(platform, business_id, ORDER[ORDER.index(limit) + 1])


def _deserves(platform: Platform, business_id: str, limit: str, verified: bool) -> bool:
    owned = {account.id for account in accounts_of(platform.world, business_id)}
    ratings = {number.quality_rating for number in platform.world.numbers.values() if number.waba_id in owned}
    if "RED" in ratings:
        return False
    if limit == FIRST:
        return verified or ("YELLOW" not in ratings and _reached(platform, owned) >= REACHED)
    return platform.limits.in_week(business_id, platform.clock.now()) >= TIERS[limit] / 2


def _reached(platform: Platform, owned: set[str]) -> int:
    """Different people who got a message outside of their windows in thirty days."""
    since, people = platform.clock.now() - MONTH, set()
    numbers = {number.id for number in platform.world.numbers.values() if number.waba_id in owned}
    for message in reversed(platform.world.sends):
        if message.at < since:
            break
        if message.number_id in numbers and not message.in_window and "delivered" in message.times:
            people.add(message.wa_id)
    return len(people)
