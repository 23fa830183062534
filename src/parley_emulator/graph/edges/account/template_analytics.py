"""How templates were taken, as a list of its own."""

from typing import Any

from parley_emulator.analytics.asked import Asked
from parley_emulator.analytics.fields.template_analytics import read
from parley_emulator.graph.call import Call
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "template_analytics"


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The same as the field of that name."""
    asked = Asked({name: str(value) for name, value in call.body.items()}, platform.clock.now())
    cursors = {"before": "MAZDZD", "after": "MjQZD"}
    return {**read(platform, account, asked), "paging": {"cursors": cursors}}
