"""The account's numbers, and new ones."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.filtering import filtered
from parley_emulator.graph.number_view import FIELDS, NUMBER, view
from parley_emulator.graph.paging import page, pick
from parley_emulator.numbers.adding import add_number
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "phone_numbers"
SHAPE = NUMBER
FILTERS = ("account_mode", "status", "quality_rating", "code_verification_status", "name_status", "id")


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In pages; ``filtering`` leaves some out, as by ``account_mode``."""
    numbers = [number for number in platform.world.numbers.values() if number.waba_id == account.id]
    numbers.sort(key=lambda number: number.fields.get("last_onboarded_time") or "")
    if call.param("sort").endswith(".desc"):
        numbers.reverse()
    whole = filtered(call, [view(platform, number) for number in numbers], FILTERS)
    items = [pick(call.param("fields"), each, FIELDS) for each in whole]
    return page(call, f"{account.id}/phone_numbers", items)


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """A new number: to be verified by a code, then registered."""
    number = add_number(platform, call, account)
    await platform.store.committed()
    return {"id": number.id}
