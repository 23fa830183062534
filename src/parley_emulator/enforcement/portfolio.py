"""The business portfolio: owner of accounts, holder of the messaging limit."""

from parley_emulator.state.records import Account, Thing
from parley_emulator.state.world import World

KIND = "portfolio"
UNLIMITED = "TIER_UNLIMITED"
TIERS = {"TIER_250": 250, "TIER_2K": 2_000, "TIER_10K": 10_000, "TIER_100K": 100_000}
ORDER = (*TIERS, UNLIMITED)
START = {"limit": UNLIMITED, "verified": True}


def portfolio(world: World, business_id: str) -> Thing:
    """What is known of it. One that a tester set up is verified and without a limit, unless it says otherwise."""
    known = world.things.get(f"{KIND}:{business_id}")
    return known or Thing(id=f"{KIND}:{business_id}", kind=KIND, owner=business_id, fields=dict(START))


def limit_of(world: World, business_id: str) -> str:
    """Its messaging limit, found quickly: every send asks."""
    known = world.things.get(f"{KIND}:{business_id}")
    return str(known.fields["limit"]) if known is not None else UNLIMITED


def portfolio_of(world: World, account_id: str) -> Thing:
    """The one that owns the account."""
    return portfolio(world, world.accounts[account_id].business_id)


def accounts_of(world: World, business_id: str) -> list[Account]:
    """Its accounts."""
    return [account for account in world.accounts.values() if account.business_id == business_id]


def name_of(world: World, business_id: str) -> str:
    """Its own name, or what its first number is called."""
    if name := portfolio(world, business_id).fields.get("name"):
        return str(name)
    owned = {account.id for account in accounts_of(world, business_id)}
    return next((number.verified_name for number in world.numbers.values() if number.waba_id in owned), "Business")
