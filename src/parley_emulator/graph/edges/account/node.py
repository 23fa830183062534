"""The business account: its fields."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = ""
FIELDS = ("id", "name", "timezone_id", "message_template_namespace")


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The fields asked for."""
    whole = {
        "id": account.id,
        "name": call.numbers[0].verified_name,
        "timezone_id": "1",
        "currency": "USD",
        "status": "ACTIVE",
        "account_review_status": "APPROVED",
        "business_verification_status": "verified",
        "message_template_namespace": f"ns_{account.id}",
    }
    return pick(call.param("fields"), whole, FIELDS)
