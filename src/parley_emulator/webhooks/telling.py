"""One change of an account, told to whoever is to hear of it."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Number
from parley_emulator.webhooks.body import entry_bytes
from parley_emulator.webhooks.choice import address_for, is_told

OF_THE_PORTFOLIO = ("partner_solutions",)  # whose entry names the portfolio, not the account (reference 5.3)


def tell(
    platform: Platform,
    lane: str,
    account_id: str,
    field: str,
    value: dict[str, Any],
    *,
    number: Number | None = None,
    at: int | None = None,
) -> None:
    """``lane``: changes of the same lane keep their order. ``at`` is the time of the entry; ``messages`` have none."""
    account = platform.world.accounts.get(account_id)
    if is_told(platform, account, field):
        named = account.business_id if account and field in OF_THE_PORTFOLIO else account_id
        entry = entry_bytes(named, field, value, at)
        platform.outgoing.add(lane, entry, address_for(account, number, field))


def tell_account(platform: Platform, account_id: str, field: str, value: dict[str, Any]) -> None:
    """A change of the account or one of its numbers, with its time."""
    tell(platform, f"account:{account_id}", account_id, field, value, at=int(platform.clock.now()))
