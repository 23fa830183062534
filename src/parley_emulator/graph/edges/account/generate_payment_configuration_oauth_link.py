"""Another address to connect a gateway at, when the first one is too old or the gateway is to be another account's."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.orders.configurations import oauth_link
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "generate_payment_configuration_oauth_link"


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """``{configuration_name, redirect_url}``."""
    asked = call.param("configuration_name"), call.param("redirect_url")
    made = oauth_link(platform, account, *asked, call.base_url)
    await platform.store.committed()
    return made
