"""The platform finds that an account sends promotions as utility."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.enforcement.misuse import misuse
from parley_emulator.platform import Platform


async def find(platform: Platform, asked: Asked) -> dict[str, Any]:
    """Once more; answers what is restricted from now on, empty for a warning."""
    kind = misuse(platform, the_account(platform, asked))
    await platform.store.committed()
    return {"restricted": kind}


ROUTES = [("POST", "/accounts/{waba_id}/category-misuse", find)]
