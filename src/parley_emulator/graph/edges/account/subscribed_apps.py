"""Which applications get the account's webhooks. There is one here, and it always does."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.ids import APP_ID
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "subscribed_apps"


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The one there is."""
    return {
        "data": [{"whatsapp_business_api_data": {"id": APP_ID, "name": "parley", "link": platform.outgoing.target.url}}]
    }


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """It already does."""
    return {"success": True}
