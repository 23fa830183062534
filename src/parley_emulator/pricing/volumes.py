"""A message that costs is counted, and the tier that it opens is told (reference 7.4)."""

from parley_emulator.enforcement.news import tell_update
from parley_emulator.enforcement.portfolio import accounts_of
from parley_emulator.platform import Platform
from parley_emulator.pricing.counts import month_of
from parley_emulator.pricing.markets import country_of, market_of
from parley_emulator.pricing.statuses import is_charged
from parley_emulator.state.records import Account, Message

TIERED = frozenset({"utility", "authentication"})


def currency_of(account: Account) -> str:
    """What the account is charged in."""
    return str(account.fields.get("currency", "USD"))


def note_charge(platform: Platform, message: Message, now: float, quietly: bool = False, wa_id: str = "") -> None:
    """The message arrived, at ``wa_id`` where it went to many: count it where it costs.

    The portfolio's accounts are told of a tier that it opens, unless it is only remembered.
    """
    number = platform.world.numbers.get(message.number_id)
    if number is None or message.category not in TIERED or not is_charged(message) or message.conversation:
        return
    account, market = platform.world.accounts[number.waba_id], market_of(country_of(wa_id or message.wa_id))
    count = platform.volumes.add(account.business_id, month_of(now), market, message.category)
    tiers = platform.cards.tiers(currency_of(account), market, message.category, message.at)
    opened = next((rate.tier for rate in tiers if rate.low == count > 1), "")
    if opened and not quietly:
        info = {
            "tier_update_time": int(now),
            "pricing_category": message.category.upper(),
            "tier": opened,
            "effective_month": month_of(now),
            "region": market,
        }
        for each in accounts_of(platform.world, account.business_id):
            tell_update(platform, each, "VOLUME_BASED_PRICING_TIER_UPDATE", volume_tier_info=info)
