"""What was done to the account."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "activities"
FIELDS = ("id", "activity_type", "timestamp", "actor_type", "description", "details")
SHAPE = Shape("WhatsAppBusinessAccountActivity", FIELDS, ("actor_id", "actor_name", "ip_address", "user_agent"))


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The newest first, in pages."""
    wanted = call.param("activity_type").upper()
    things = reversed(platform.world.things_of("activity", account.id))
    whole = [{"id": each.id, **each.fields} for each in things]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole if wanted in {"", each["activity_type"]}]
    return page(call, f"{account.id}/activities", items)
