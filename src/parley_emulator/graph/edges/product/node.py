"""One item of a catalogue: its fields, what is changed about it, its end."""

from typing import Any

from parley_emulator.catalogue.items import FIELDS, ITEM, PRODUCT, item_named, told_in, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = ITEM
EDGE = ""
SHAPE = PRODUCT


async def get(platform: Platform, call: Call, item: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(item), FIELDS)


async def post(platform: Platform, call: Call, item: Thing) -> dict[str, Any]:
    """What is named is changed, the rest stays."""
    told = told_in(call.body)
    known = item_named(platform.world, item.owner, str(told.get("retailer_id", "")))
    if known is not None and known.id != item.id:
        raise Refusal(10800, f"The catalogue has an item {told['retailer_id']} already.")
    item.fields = {**item.fields, **told}
    platform.world.save_thing(item)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, item: Thing) -> dict[str, Any]:
    """Nobody can order it any more."""
    platform.world.drop_thing(item)
    await platform.store.committed()
    return {"success": True}
