"""The accounts that the portfolio owns."""

from typing import Any

from parley_emulator.enforcement.portfolio import accounts_of
from parley_emulator.graph.account_view import ACCOUNT, FIELDS, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "owned_whatsapp_business_accounts"
SHAPE = ACCOUNT


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """In pages."""
    mine = {number.waba_id for number in call.numbers}
    accounts = [each for each in accounts_of(platform.world, business) if each.id in mine]
    if find := call.param("find"):
        accounts = [each for each in accounts if each.id == find]
    items = [pick(call.param("fields"), view(platform, each), FIELDS) for each in accounts]
    return page(call, f"{business}/owned_whatsapp_business_accounts", items)
