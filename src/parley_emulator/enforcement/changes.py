"""Fields of an account or a portfolio, changed and kept."""

from typing import Any

from parley_emulator.enforcement.portfolio import portfolio
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account


def set_account(platform: Platform, account: Account, **fields: Any) -> None:
    """None takes a field away."""
    whole = {**account.fields, **fields}
    account.fields = {name: value for name, value in whole.items() if value is not None}
    platform.world.save_account(account)


def set_portfolio(platform: Platform, business_id: str, **fields: Any) -> None:
    """New values for some of its fields."""
    known = portfolio(platform.world, business_id)
    known.fields = {**known.fields, **fields}
    platform.world.save_thing(known)
