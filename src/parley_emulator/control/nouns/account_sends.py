"""What the platform decides about the sends of an account, beyond restrictions."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.enforcement.changes import set_account
from parley_emulator.platform import Platform
from parley_emulator.sending.checks.country_allowed import BARRED


async def countries(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{countries}``: two letters each; people there can not be written to, none lifts it."""
    account = the_account(platform, asked)
    named = [str(each).upper() for each in asked.body().get("countries") or []]
    set_account(platform, account, **{BARRED: named or None})
    await platform.store.committed()
    return {"waba_id": account.id, "countries": named}


async def window(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{late}``: that a window was closed is told by a failed status, not in the answer."""
    account, late = the_account(platform, asked), bool(asked.body().get("late", True))
    set_account(platform, account, late_window=late or None)
    await platform.store.committed()
    return {"waba_id": account.id, "late": late}


ROUTES = [
    ("POST", "/accounts/{waba_id}/barred-countries", countries),
    ("POST", "/accounts/{waba_id}/window", window),
]
