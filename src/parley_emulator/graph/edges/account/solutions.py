"""The solutions that the account is part of."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page
from parley_emulator.graph.solution_view import SOLUTION, shown
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "solutions"
SHAPE = SOLUTION


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """Those that are active, or to end, in pages."""
    solutions = [each for each in platform.world.things_of("solution", APP_ID) if each.fields["status"] == "ACTIVE"]
    return page(call, f"{account.id}/solutions", [shown(platform, call, each) for each in solutions])
