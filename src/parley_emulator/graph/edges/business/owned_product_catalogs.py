"""The catalogues of the portfolio: list, create."""

from typing import Any

from parley_emulator.catalogue.catalogs import CATALOG, FIELDS, KIND, new_catalog, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform

NODE = "business"
EDGE = "owned_product_catalogs"
SHAPE = CATALOG


async def get(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """In pages."""
    catalogs = [view(platform.world, each) for each in platform.world.things_of(KIND, business)]
    return page(call, f"{business}/{EDGE}", [pick(call.param("fields"), each, FIELDS) for each in catalogs])


async def post(platform: Platform, call: Call, business: str) -> dict[str, Any]:
    """``{name}``."""
    catalog = new_catalog(platform, business, call.param("name"))
    await platform.store.committed()
    return {"id": catalog.id}
