"""The business account: its fields, and what can be changed about it."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.fields import FIELDS as READS
from parley_emulator.graph.account_view import ACCOUNT, FIELDS, FLAGS, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.graph.selection import parse
from parley_emulator.numbers.activities import note_activity
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = ""
SHAPE = ACCOUNT
LONGEST = 100


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The fields asked for; figures are counted only when they are."""
    figures: dict[str, Any] = dict.fromkeys(READS)
    for field in parse(call.param("fields")):
        if field.name in READS:
            asked = Asked(field.modifiers, platform.clock.now())
            figures[field.name] = READS[field.name](platform, account, asked)
    return pick(call.param("fields"), {**view(platform, account), **figures}, FIELDS)


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    changed: dict[str, Any] = {name: value for name in FLAGS if (value := call.flag(name)) is not None}
    if account.fields.get("is_enabled_for_insights") and changed.get("is_enabled_for_insights") is False:
        raise Refusal(200006, message="(#200006) Template insights can not be disabled once they are enabled")
    if call.body.get("name") is not None:
        name = call.param("name").strip()
        if not 1 <= len(name) <= LONGEST:
            raise Refusal(100, f"Param name must have 1 to {LONGEST} characters.")
        changed["name"] = name
    if call.body.get("timezone_id") is not None:
        if not call.param("timezone_id").isdigit():
            raise Refusal(100, "Param timezone_id must be a number.")
        changed["timezone_id"] = call.param("timezone_id")
    account.fields = {**account.fields, **changed}
    platform.world.save_account(account)
    note_activity(platform, account.id, "ACCOUNT_UPDATED", "The account was changed.", {"changed": sorted(changed)})
    await platform.store.committed()
    return {"success": True}
