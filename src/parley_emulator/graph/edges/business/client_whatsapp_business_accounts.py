"""The accounts of other portfolios that were shared with this one."""

from typing import Any

from parley_emulator.graph.account_view import ACCOUNT, FIELDS, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "client_whatsapp_business_accounts"
SHAPE = ACCOUNT


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """In pages."""
    mine = dict.fromkeys(number.waba_id for number in call.numbers)
    accounts = [platform.world.accounts[each] for each in mine]
    shared = [each for each in accounts if business in each.fields.get("shared_with", ())]
    items = [pick(call.param("fields"), view(platform, each), FIELDS) for each in shared]
    return page(call, f"{business}/client_whatsapp_business_accounts", items)
