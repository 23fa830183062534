"""The accounts that a user may do something with."""

from typing import Any

from parley_emulator.graph.account_view import ACCOUNT, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform

NODE = "user"
EDGE = "assigned_whatsapp_business_accounts"
FIELDS = ("id", "name", "status", "assignment_date", "permissions", "business_id")
SHAPE = Shape(ACCOUNT.kind, ACCOUNT.fields, FIELDS)


async def get(platform: Platform, call: Call, user: str) -> dict[str, Any]:
    """In pages."""
    mine = {number.waba_id for number in call.numbers}
    items = []
    for account in platform.world.accounts.values():
        told = account.fields.get("users", {}).get(user)
        if told is None or account.id not in mine:
            continue
        own = {"assignment_date": told["since"], "permissions": told["tasks"], "business_id": account.business_id}
        items.append(pick(call.param("fields"), {**view(platform, account), **own}, FIELDS))
    return page(call, f"{user}/assigned_whatsapp_business_accounts", items)
