"""The ways to be paid that an account has."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.orders.configurations import configurations_of, shown
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "payment_configurations"


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """All in one, as the page's example has it."""
    return {"data": [{EDGE: [shown(each) for each in configurations_of(account).values()]}]}
