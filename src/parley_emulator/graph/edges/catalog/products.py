"""The items of a catalogue: list, create."""

from typing import Any

from parley_emulator.catalogue.catalogs import KIND
from parley_emulator.catalogue.items import FIELDS, ITEM, PRODUCT, new_item, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = KIND
EDGE = "products"
SHAPE = PRODUCT


async def get(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """In pages."""
    items = [view(each) for each in platform.world.things_of(ITEM, catalog.id)]
    return page(call, f"{catalog.id}/{EDGE}", [pick(call.param("fields"), each, FIELDS) for each in items])


async def post(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """``{retailer_id, name, price, currency, …}``."""
    item = new_item(platform, catalog, call.body)
    await platform.store.committed()
    return {"id": item.id}
