"""One catalogue: its fields, another name, its end."""

from typing import Any

from parley_emulator.catalogue.catalogs import CATALOG, FIELDS, KIND, checked_name, drop, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing

NODE = KIND
EDGE = ""
SHAPE = CATALOG


async def get(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """The fields asked for."""
    return pick(call.param("fields"), view(platform.world, catalog), FIELDS)


async def post(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """Another name."""
    catalog.fields = {**catalog.fields, "name": checked_name(call.param("name"))}
    platform.world.save_thing(catalog)
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, catalog: Thing) -> dict[str, Any]:
    """With its items; accounts show it no more."""
    drop(platform, catalog)
    await platform.store.committed()
    return {"success": True}
