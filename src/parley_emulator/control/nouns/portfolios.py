"""Business portfolios: which accounts they own, and how many people they may write to."""

from typing import Any

from parley_emulator.control.asked import Asked, NotFound
from parley_emulator.enforcement.changes import set_portfolio
from parley_emulator.enforcement.growth import set_limit
from parley_emulator.enforcement.portfolio import ORDER, portfolio
from parley_emulator.enforcement.rounds import go_round
from parley_emulator.platform import Platform


async def save(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{waba_ids, business_id?, limit?, verified?, name?, contact_book?}``; the accounts belong to it from now on."""
    world, body = platform.world, asked.body()
    accounts = [world.accounts.get(str(each)) for each in body.get("waba_ids", [])]
    found = [each for each in accounts if each is not None]
    if not found or len(found) < len(accounts):
        raise NotFound("Give waba_ids, accounts that there are.")
    business = str(body.get("business_id") or found[0].business_id)
    for account in found:
        account.business_id = business
        world.save_account(account)
    named = {name: body[name] for name in ("verified", "name", "contact_book") if name in body}
    if named:
        set_portfolio(platform, business, **named)
    if limit := body.get("limit"):
        if limit not in ORDER:
            raise ValueError(f"limit must be one of {', '.join(ORDER)}.")
        set_limit(platform, business, limit)
    await platform.store.committed()
    return {"business_id": business, **portfolio(world, business).fields}


async def look(platform: Platform, asked: Asked) -> dict[str, Any]:
    """The round that comes every six hours, now: quality, limits, throughput."""
    go_round(platform)
    await platform.store.committed()
    return {"ok": True}


ROUTES = [("POST", "/portfolios", save), ("POST", "/rounds", look)]
