"""Whether an account may send plain messages with a category."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.customers.write import NotPossible
from parley_emulator.platform import Platform


async def change(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{state: enabled | blocked | off}``."""
    account, state = the_account(platform, asked), str(asked.body().get("state", "enabled"))
    if state not in {"enabled", "blocked", "off"}:
        raise NotPossible("state must be enabled, blocked or off.")
    account.fields = {**account.fields, "direct_send": state}
    platform.world.save_account(account)
    await platform.store.committed()
    return {"waba_id": account.id, "state": state}


ROUTES = [("POST", "/accounts/{waba_id}/direct-send", change)]
