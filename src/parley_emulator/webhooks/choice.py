"""Where a change is told: the number's own address, else the account's, else the application's."""

from typing import Any

from parley_emulator.platform import Platform
from parley_emulator.state.records import Account, Number

OVERRIDDEN = frozenset({"messages"})


def overrides(platform: Platform, number: Number) -> dict[str, str]:
    """``webhook_configuration`` of a number: all addresses that there are."""
    account = platform.world.accounts[number.waba_id]
    found = {
        "application": platform.outgoing.target.url,
        "whatsapp_business_account": account.fields.get("override_callback_uri", ""),
        "phone_number": number.fields.get("override_callback_uri", ""),
    }
    return {name: url for name, url in found.items() if url}


def address_for(account: Account | None, number: Number | None, field: str) -> str:
    """The override in force for that field; empty for the application's own address."""
    if field not in OVERRIDDEN:
        return ""
    if number is not None and (own := number.fields.get("override_callback_uri")):
        return str(own)
    return str(account.fields.get("override_callback_uri") or "") if account is not None and account.fields else ""


def is_told(platform: Platform, account: Account | None, field: str) -> bool:
    """Whether the application asked for the account's changes, and for that field."""
    if account is not None and account.fields.get("subscribed") is False:
        return False
    wanted: Any = platform.outgoing.fields
    return wanted is None or field in wanted
