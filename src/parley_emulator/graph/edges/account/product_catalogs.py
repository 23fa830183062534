"""The catalogue that the account's customers see."""

from typing import Any

from parley_emulator.catalogue.catalogs import CATALOG, FIELDS, catalog_of, connect, disconnect, view
from parley_emulator.graph.call import Call
from parley_emulator.graph.paging import page, pick
from parley_emulator.platform import Platform
from parley_emulator.state.records import Account

NODE = "account"
EDGE = "product_catalogs"
SHAPE = CATALOG


async def get(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """In a list of one, empty without one."""
    catalog = catalog_of(platform.world, account.id)
    items = [] if catalog is None else [pick(call.param("fields"), view(platform.world, catalog), FIELDS)]
    return page(call, f"{account.id}/{EDGE}", items)


async def post(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """``{catalog_id}``."""
    connect(platform, account, call.param("catalog_id"))
    await platform.store.committed()
    return {"success": True}


async def delete(platform: Platform, call: Call, account: Account) -> dict[str, Any]:
    """The same takes it away."""
    disconnect(platform, account, call.param("catalog_id"))
    await platform.store.committed()
    return {"success": True}
