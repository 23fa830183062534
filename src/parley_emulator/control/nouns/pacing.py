"""Whether new templates are paced, and what becomes of the messages that are held."""

from typing import Any

from parley_emulator.control.asked import Asked, the_account
from parley_emulator.customers.write import NotPossible
from parley_emulator.enforcement.changes import set_account
from parley_emulator.platform import Platform
from parley_emulator.templates.pacing import decide, is_holding


async def switch(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{first, seconds}``: so many messages of a template go out, the others wait so long; ``{}`` switches it off."""
    account, body = the_account(platform, asked), asked.body()
    plan = {"first": int(body.get("first", 100)), "seconds": float(body.get("seconds", 1_800))} if body else None
    if plan and (plan["first"] < 0 or plan["seconds"] <= 0):
        raise NotPossible("first must be 0 or more, seconds more than 0.")
    set_account(platform, account, pacing=plan)
    await platform.store.committed()
    return {"waba_id": account.id, "pacing": plan}


async def end(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name, language?, outcome: release | drop}``: at once, whatever people think of it."""
    body = asked.body()
    if body.get("outcome") not in {"release", "drop"}:
        raise NotPossible("outcome must be release or drop.")
    account = the_account(platform, asked)
    found = [
        each
        for each in list(platform.world.templates.values())
        if (each.waba_id, each.name) == (account.id, body.get("name"))
        and body.get("language") in {None, each.language}
        and is_holding(each)
    ]
    counts = {each.id: len(platform.held.get(each.id, ())) for each in found}
    for template in found:
        decide(platform, template, body["outcome"] == "release")
    await platform.store.committed()
    return {"decided": counts}


ROUTES = [("POST", "/accounts/{waba_id}/pacing", switch), ("POST", "/accounts/{waba_id}/pacing/end", end)]
