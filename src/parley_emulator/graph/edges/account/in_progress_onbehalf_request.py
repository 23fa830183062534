"""Requests of other businesses to act for this one, as long as they are open."""

from typing import Any

from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.graph.shape import Shape
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "in_progress_onbehalf_request"
FIELDS = ("id", "status", "business_owned_object", "receiving_business", "requesting_business")
SHAPE = Shape("BusinessOwnedObjectOnBehalfOfRequest", FIELDS)


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In pages."""
    things = platform.world.things_of("onbehalf_request", account.id)
    whole = [{"id": each.id, "business_owned_object": account.id, **each.fields} for each in things]
    items = [pick(call.param("fields"), each, FIELDS) for each in whole if each["status"] == "IN_PROGRESS"]
    return page(call, f"{account.id}/in_progress_onbehalf_request", items)
