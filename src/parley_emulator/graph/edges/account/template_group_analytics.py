"""How groups of templates were taken, as a list of its own."""

from typing import Any

from parley_emulator.analytics.asked import ONE_PAGE, Asked
from parley_emulator.analytics.fields.template_group_analytics import read
from parley_emulator.graph.call import Call
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "template_group_analytics"


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The same as the field of that name."""
    found = read(platform, account, Asked.in_call(call.body, platform.clock.now()))
    return {**found, "paging": {"cursors": ONE_PAGE}}
