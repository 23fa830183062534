"""What a business sells, told in one call."""

from typing import Any

from parley_emulator.catalogue.catalogs import catalog_of, connect, drop, new_catalog
from parley_emulator.catalogue.items import new_item
from parley_emulator.control.asked import Asked, the_account
from parley_emulator.customers.write import NotPossible
from parley_emulator.graph.refusal import Refusal
from parley_emulator.platform import Platform


async def tell(platform: Platform, asked: Asked) -> dict[str, Any]:
    """``{name?, items: [{retailer_id, name, price, currency, …}]}``, instead of what there was; no items end it."""
    account, body = the_account(platform, asked), asked.body()
    known, items = catalog_of(platform.world, account.id), body.get("items") or []
    if known is not None:
        drop(platform, known)
    if not items:
        await platform.store.committed()
        return {"catalog_id": None}
    try:
        catalog = new_catalog(platform, account.business_id, str(body.get("name") or "Catalogue"))
        connect(platform, account, catalog.id)
        made = [new_item(platform, catalog, each).id for each in items]
    except Refusal as refusal:
        raise NotPossible(refusal.details) from refusal
    await platform.store.committed()
    return {"catalog_id": catalog.id, "items": made}


ROUTES = [("POST", "/accounts/{waba_id}/catalogue", tell)]
